import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const clearbit = provider('Clearbit', [
  {
    id: 'clearbit-secret-key',
    title: 'Clearbit secret API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['clearbit'],
    value: ['sk_', lowerAlnum(16), lowerAlnum(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Roll the secret key on the API page of the Clearbit dashboard; lookups of persons are charged to the account.',
    docs: 'https://dashboard.clearbit.com/docs#authentication',
    verify: basic('{value}:', 'https://company.clearbit.com/v2/companies/find?domain=example.com'),
  },
]);
