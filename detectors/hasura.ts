import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const hasura = provider('Hasura', [
  {
    id: 'hasura-admin-secret',
    title: 'Hasura admin secret',
    kind: 'password',
    identity: 'account-root',
    severity: 'critical',
    names: ['hasura admin', 'hasura graphql admin', 'hasura secret'],
    value: [base62(64)],
    rotate:
      'Set a new HASURA_GRAPHQL_ADMIN_SECRET (in Hasura Cloud under Env vars of the project) and restart; list both for a time with HASURA_GRAPHQL_ADMIN_SECRETS.',
    docs: 'https://hasura.io/docs/2.0/auth/authentication/admin-secret-access/',
  },
]);
