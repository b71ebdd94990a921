import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const tradier = provider('Tradier', [
  {
    id: 'tradier-access-token',
    title: 'Tradier access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['tradier'],
    value: [base62(28)],
    rotate:
      'Revoke the token under Settings, API Access in the Tradier dashboard and generate another; it can place orders.',
    docs: 'https://docs.tradier.com/docs/authentication',
    verify: bearer('https://api.tradier.com/v1/user/profile'),
  },
]);
