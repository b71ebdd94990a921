import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const cursor = provider('Cursor', [
  {
    id: 'cursor-api-key',
    title: 'Cursor API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    anchors: ['key_', 'crsr_'],
    value: [either('key_', 'crsr_'), hex(64)],
    rotate:
      'Revoke the key in the Cursor dashboard under Integrations (Admin API keys: under Settings) and make another; agents that run with it stop.',
    docs: 'https://cursor.com/docs/api',
    verify: basic('{value}:', 'https://api.cursor.com/v0/me'),
  },
]);
