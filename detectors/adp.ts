import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const adp = provider('ADP', [
  {
    id: 'adp-client-secret',
    title: 'ADP client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['adp client secret'],
    value: [uuid],
    pairsWith: { detector: 'adp-client-id', withinBytes: 600 },
    rotate:
      'Ask for new credentials of the application in the ADP developer portal, and for a new client certificate where the key leaked with it.',
    docs: 'https://developers.adp.com/articles/guide/auth-process-access-token',
  },
  {
    id: 'adp-client-id',
    title: 'ADP client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['adp client id'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'It names an application and stays; the secret and the certificate beside it are what must change.',
    docs: 'https://developers.adp.com/articles/guide/auth-process-access-token',
  },
]);
