import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const rootly = provider('Rootly', [
  {
    id: 'rootly-api-key',
    title: 'Rootly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['rootly_', hex(64)],
    rotate: 'Revoke the key in Rootly under Organization Settings > API Keys and generate another with a fitting role.',
    docs: 'https://docs.rootly.com/api-reference/overview',
    verify: bearer('https://api.rootly.com/v1/users/me'),
  },
]);
