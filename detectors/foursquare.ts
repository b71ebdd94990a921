import { provider } from './build/provider.ts';
import { base64, upperAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const foursquare = provider('Foursquare', [
  {
    id: 'foursquare-client-id',
    title: 'Foursquare client id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['foursquare client id'],
    anyName: true,
    value: [upperAlnum(48)],
    identifier: true,
    rotate: 'It names the project; only the client secret beside it must change.',
    docs: 'https://docs.foursquare.com/developer/reference/v2-authentication',
  },
  {
    id: 'foursquare-client-secret',
    title: 'Foursquare client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['foursquare'],
    value: [upperAlnum(48)],
    pairsWith: { detector: 'foursquare-client-id', withinBytes: 600 },
    rotate: 'Reset the secret on the settings page of the project in the Foursquare developer console.',
    docs: 'https://docs.foursquare.com/developer/reference/v2-authentication',
  },
  {
    id: 'foursquare-places-api-key',
    title: 'Foursquare Places API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['fsq3', base64(43), '='],
    rotate:
      'Generate another key under the project in the Foursquare developer console, deploy it, then revoke this one.',
    docs: 'https://docs.foursquare.com/developer/reference/authentication',
    verify: header('authorization', 'https://api.foursquare.com/v3/places/search?limit=1'),
  },
]);
