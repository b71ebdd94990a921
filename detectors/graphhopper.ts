import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const graphhopper = provider('GraphHopper', [
  {
    id: 'graphhopper-api-key',
    title: 'GraphHopper API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['graphhopper', 'graph hopper'],
    value: [uuid],
    rotate: 'Delete the key on the API keys page of the GraphHopper dashboard and add another.',
    docs: 'https://docs.graphhopper.com/',
    verify: get('https://graphhopper.com/api/1/geocode?q=Berlin&limit=1&key={value}'),
  },
]);
