import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const docusign = provider('Docusign', [
  {
    id: 'docusign-integration-key',
    title: 'Docusign integration key',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: [
      'docusign integration key',
      'docusign integrator key',
      'docusign client id',
      'ds integration key',
      'ds client id',
    ],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'It names the app and is no secret; what proves the app is its secret key or RSA key.',
    docs: 'https://developers.docusign.com/platform/configure-app/',
  },
  {
    id: 'docusign-secret-key',
    title: 'Docusign secret key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['docusign secret', 'docusign client secret', 'ds client secret', 'ds secret key'],
    value: [uuid],
    pairsWith: { detector: 'docusign-integration-key', withinBytes: 600 },
    rotate:
      'Add a second secret key to the app under Apps and Keys in the Docusign administration, switch over, then delete this one.',
    docs: 'https://developers.docusign.com/platform/configure-app/',
  },
]);
