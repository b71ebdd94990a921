import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const markerIo = provider('Marker.io', [
  {
    id: 'marker-io-api-token',
    title: 'Marker.io API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['marker io'],
    value: [base64url(20, 64)],
    rotate: 'Delete the token in Marker.io under Settings, and make another.',
    docs: 'https://help.marker.io/',
  },
]);
