import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

export const bingMaps = provider('Bing Maps', [
  {
    id: 'bing-maps-key',
    title: 'Bing Maps key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['bing map', 'bing maps', 'bingmap'],
    value: ['A', base64url(63)],
    rotate:
      'Bing Maps ends: disable the key in the Bing Maps Dev Center and move to Azure Maps, which authenticates otherwise.',
    docs: 'https://learn.microsoft.com/en-us/bingmaps/getting-started/bing-maps-dev-center-help/getting-a-bing-maps-key',
    verify: get('https://dev.virtualearth.net/REST/v1/Locations?q=Paris&key={value}'),
  },
]);
