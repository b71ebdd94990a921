import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const geocodify = provider('Geocodify', [
  {
    id: 'geocodify-api-key',
    title: 'Geocodify API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['geocodify'],
    value: [hex(40)],
    rotate: 'Replace the key in the Geocodify dashboard.',
    docs: 'https://geocodify.com/',
  },
]);
