import { provider } from './build/provider.ts';
import { base64url, uuid } from './build/value.ts';

export const genesysCloud = provider('Genesys Cloud', [
  {
    id: 'genesys-cloud-client-id',
    title: 'Genesys Cloud client id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: [
      'genesys client id',
      'genesyscloud client id',
      'genesys cloud client id',
      'genesyscloud oauthclient id',
      'purecloud client id',
    ],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'It names the OAuth client under Admin, Integrations; only its secret must change.',
    docs: 'https://developer.genesys.cloud/authorization/platform-api/',
  },
  {
    id: 'genesys-cloud-client-secret',
    title: 'Genesys Cloud client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['genesys', 'purecloud'],
    value: [base64url(43)],
    pairsWith: { detector: 'genesys-cloud-client-id', withinBytes: 600 },
    rotate:
      'Generate a new secret for the OAuth client under Admin, Integrations, OAuth in Genesys Cloud; the old one ends when the new one is made.',
    docs: 'https://developer.genesys.cloud/authorization/platform-api/',
  },
]);
