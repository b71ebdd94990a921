import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const spotify = provider('Spotify', [
  {
    id: 'spotify-client-id',
    title: 'Spotify client id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['spotify client id', 'spotify id', 'spotipy client id'],
    anyName: true,
    value: [hex(32)],
    rotate:
      'The id is public; when the secret beside it leaked, rotate that in the settings of the app in the developer dashboard.',
    docs: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
  },
  {
    id: 'spotify-client-secret',
    title: 'Spotify client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['spotify client secret', 'spotify secret', 'spotify client key', 'spotipy client secret'],
    value: [hex(32)],
    pairsWith: { detector: 'spotify-client-id', withinBytes: 600 },
    rotate:
      'Rotate the client secret in the settings of the app at developer.spotify.com/dashboard; refresh tokens of users stay valid.',
    docs: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
  },
  {
    id: 'spotify-access-token',
    title: 'Spotify access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['spotify'],
    value: ['BQ', base64url(100, 400)],
    rotate:
      'It ends an hour after it was issued. Take away the access of the app on the Apps page of the Spotify account if a refresh token may be out too.',
    docs: 'https://developer.spotify.com/documentation/web-api/concepts/access-token',
    verify: bearer('https://api.spotify.com/v1/me'),
  },
  {
    id: 'spotify-refresh-token',
    title: 'Spotify refresh token',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'medium',
    names: ['spotify'],
    value: ['AQ', base64url(120, 400)],
    rotate:
      'The user takes away the access of the app at spotify.com/account/apps; rotating the client secret stops its use by others.',
    docs: 'https://developer.spotify.com/documentation/web-api/tutorials/refreshing-tokens',
  },
]);
