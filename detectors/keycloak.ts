import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';

export const keycloak = provider('Keycloak', [
  {
    id: 'keycloak-client-secret',
    title: 'Keycloak client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['keycloak', 'kc client secret'],
    value: [base62(32)],
    rotate:
      'Regenerate it on the Credentials tab of the client in the admin console; with a rotation policy the former one lives on for a set time.',
    docs: 'https://www.keycloak.org/docs/latest/server_admin/#_client-credentials',
  },
  {
    id: 'keycloak-client-secret-uuid',
    title: 'Keycloak client secret (before version 15)',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: [
      'keycloak secret',
      'keycloak client secret',
      'keycloak admin client secret',
      'keycloak credentials secret',
      'keycloak token',
    ],
    value: [uuid],
    rotate: 'Regenerate it on the Credentials tab of the client in the admin console.',
    docs: 'https://www.keycloak.org/docs/latest/server_admin/#_client-credentials',
  },
]);
