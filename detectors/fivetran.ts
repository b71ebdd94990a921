import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const fivetran = provider('Fivetran', [
  {
    id: 'fivetran-api-key',
    title: 'Fivetran API key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['fivetran api key', 'fivetran key'],
    anyName: true,
    value: [base62(16)],
    identifier: true,
    rotate: 'The key names the pair; its secret must change with it.',
    docs: 'https://fivetran.com/docs/rest-api/getting-started',
  },
  {
    id: 'fivetran-api-secret',
    title: 'Fivetran API secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'critical',
    names: ['fivetran secret', 'fivetran api secret'],
    value: [base62(32)],
    pairsWith: { detector: 'fivetran-api-key', withinBytes: 600 },
    rotate:
      'Generate a new API key in the Fivetran account settings, which replaces key and secret, or revoke the scoped or system key; connectors can be repointed with it.',
    docs: 'https://fivetran.com/docs/rest-api/getting-started',
    verify: basic('{id}:{value}', 'https://api.fivetran.com/v1/account/info'),
  },
]);
