import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const instantly = provider('Instantly', [
  {
    id: 'instantly-api-key',
    title: 'Instantly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['instantly api', 'instantly ai', 'instantly key', 'instantly token'],
    value: [base64(66), '=='],
    rotate:
      'Create a new key with narrower scopes in Instantly under Settings, Integrations, API keys, then revoke this one.',
    docs: 'https://developer.instantly.ai/getting-started/authorization',
    verify: bearer('https://api.instantly.ai/api/v2/accounts/analytics/daily'),
  },
]);
