import { provider } from './build/provider.ts';
import { base62, uuid } from './build/value.ts';

export const pubnub = provider('PubNub', [
  {
    id: 'pubnub-publish-key',
    title: 'PubNub publish key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['pub-c-', uuid],
    pairsWith: { detector: 'pubnub-subscribe-key', withinBytes: 600 },
    rotate:
      'Add a keyset in the PubNub admin portal and turn on Access Manager, so that a publish key in a client is of no use alone.',
    docs: 'https://www.pubnub.com/docs/general/setup/account-setup',
  },
  {
    id: 'pubnub-subscribe-key',
    title: 'PubNub subscribe key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    value: ['sub-c-', uuid],
    rotate: 'It stands in clients by design; Access Manager decides what it may read.',
    docs: 'https://www.pubnub.com/docs/general/setup/account-setup',
  },
  {
    id: 'pubnub-secret-key',
    title: 'PubNub secret key',
    kind: 'access-key',
    identity: 'app',
    severity: 'critical',
    value: ['sec-c-', base62(48)],
    pairsWith: { detector: 'pubnub-subscribe-key', withinBytes: 600 },
    rotate:
      'Add another secret key to the keyset in the admin portal, deploy it to servers only, then revoke this one: it grants all permissions.',
    docs: 'https://www.pubnub.com/docs/general/security/access-control',
  },
]);
