import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const getgeoapi = provider('getgeoapi', [
  {
    id: 'getgeoapi-api-key',
    title: 'getgeoapi key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['getgeoapi', 'geoapi key'],
    value: [hex(40)],
    rotate: 'Renew the key in the profile at getgeoapi.com.',
    docs: 'https://getgeoapi.com/documentation/',
  },
]);
