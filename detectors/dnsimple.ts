import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Since 2023 the prefix tells whose token it is; older ones are 32 characters. */
export const dnsimple = provider('DNSimple', [
  {
    id: 'dnsimple-api-token',
    title: 'DNSimple API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['dnsimple_', either('u', 'a', 'o'), '_', base62(32)],
    rotate:
      'Delete it under Account (or User Settings), Access tokens and create another, scoped where the plan allows: with it every zone can be pointed elsewhere.',
    docs: 'https://support.dnsimple.com/articles/api-access-token/',
    verify: bearer('https://api.dnsimple.com/v2/whoami'),
  },
  {
    id: 'dnsimple-api-token-older',
    title: 'DNSimple API token (without prefix)',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['dnsimple'],
    value: [base62(32)],
    rotate:
      'Delete it on the Access tokens page of the account or user and take one of the present form, then check the zones for changes.',
    docs: 'https://support.dnsimple.com/articles/api-access-token/',
    verify: bearer('https://api.dnsimple.com/v2/whoami'),
  },
]);
