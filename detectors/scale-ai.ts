import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const scaleAi = provider('Scale AI', [
  {
    id: 'scale-ai-callback-key',
    title: 'Scale AI callback key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'medium',
    anchors: ['live_auth_', 'test_auth_'],
    value: [either('live_auth_', 'test_auth_'), hex(32)],
    rotate: 'Replace the callback key in the Scale dashboard, so that nobody forges results of tasks to your server.',
    docs: 'https://scale.com/docs/api-reference/authentication',
  },
  {
    id: 'scale-ai-api-key',
    title: 'Scale AI API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['scale api', 'scaleapi', 'scale ai'],
    anyName: true,
    value: [either('live_', 'test_'), hex(32)],
    rotate: 'Create another key in the Scale dashboard under API keys, then disable this one; tasks are billed.',
    docs: 'https://scale.com/docs/api-reference/authentication',
    verify: basic('{value}:', 'https://api.scale.com/v1/teams'),
  },
]);
