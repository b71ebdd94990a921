import { provider } from './build/provider.ts';
import { digits, hex, lowerAlnum } from './build/value.ts';

export const flickr = provider('Flickr', [
  {
    id: 'flickr-api-key',
    title: 'Flickr API key',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['flickr'],
    value: [lowerAlnum(32)],
    identifier: true,
    rotate: 'The key names the app and reads public photos only; its secret is what must change.',
    docs: 'https://www.flickr.com/services/api/misc.api_keys.html',
  },
  {
    id: 'flickr-api-secret',
    title: 'Flickr API secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: [
      'flickr secret',
      'flickr api secret',
      'flickr shared secret',
      'flickr consumer secret',
      'flickr client secret',
    ],
    value: [hex(16)],
    pairsWith: { detector: 'flickr-api-key', withinBytes: 600 },
    rotate: 'Delete the key at flickr.com/services/apps and apply for another: key and secret cannot be changed apart.',
    docs: 'https://www.flickr.com/services/api/auth.oauth.html',
  },
  {
    id: 'flickr-oauth-token',
    title: 'Flickr OAuth token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['flickr'],
    anyName: true,
    value: ['721', digits(8, 18), '-', hex(16)],
    pairsWith: { detector: 'flickr-api-key', withinBytes: 600 },
    rotate: 'Remove the app at flickr.com/services/auth/list of the account that it acts for.',
    docs: 'https://www.flickr.com/services/api/auth.oauth.html',
  },
]);
