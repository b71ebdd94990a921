import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const flightapi = provider('FlightAPI', [
  {
    id: 'flightapi-api-key',
    title: 'FlightAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['flightapi', 'flight api'],
    value: [hex(24)],
    rotate: 'Ask support@flightapi.io to replace the key of the account.',
    docs: 'https://docs.flightapi.io/',
  },
]);
