import { provider } from './build/provider.ts';
import { run, base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const mercury = provider('Mercury', [
  {
    id: 'mercury-api-token',
    title: 'Mercury API token',
    kind: 'access-token',
    identity: 'account-root',
    severity: 'critical',
    value: ['mercury_production_', run('a-z', 3, 6), '_', base62(40, 50), '_yrucrem'],
    rotate:
      'Revoke it in Mercury under Settings, API Tokens, look through recent payments, and make the next one read-only or bound to addresses.',
    docs: 'https://docs.mercury.com/docs/api-token-security-policies',
    verify: bearer('https://api.mercury.com/api/v1/accounts'),
  },
]);
