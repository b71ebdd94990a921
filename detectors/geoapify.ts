import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const geoapify = provider('Geoapify', [
  {
    id: 'geoapify-api-key',
    title: 'Geoapify API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['geoapify'],
    value: [hex(32)],
    rotate: 'Delete the key in the project at myprojects.geoapify.com and add one bound to your sites.',
    docs: 'https://www.geoapify.com/get-started-with-maps-api/',
  },
]);
