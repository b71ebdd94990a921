import { provider } from './build/provider.ts';
import { base64url, uuid } from './build/value.ts';

export const brightcove = provider('Brightcove', [
  {
    id: 'brightcove-client-secret',
    title: 'Brightcove client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['brightcove client secret', 'brightcove secret'],
    value: [base64url(80, 90)],
    pairsWith: { detector: 'brightcove-client-id', withinBytes: 600 },
    rotate:
      'Delete the client credentials under Admin, API Authentication in Studio after registering new ones: the secret is shown once and never renewed.',
    docs: 'https://apis.support.brightcove.com/oauth/getting-started/oauth-api-overview.html',
  },
  {
    id: 'brightcove-client-id',
    title: 'Brightcove client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['brightcove client id'],
    anyName: true,
    value: [uuid],
    identifier: true,
    rotate: 'Goes away with its client credentials in Studio, Admin, API Authentication.',
    docs: 'https://apis.support.brightcove.com/oauth/getting-started/oauth-api-overview.html',
  },
]);
