import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const refiner = provider('Refiner', [
  {
    id: 'refiner-api-key',
    title: 'Refiner API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['refiner api', 'refiner io'],
    value: [uuid],
    rotate: 'Rotate the key in Refiner under Integrations > Refiner API.',
    docs: 'https://refiner.io/docs/api/',
    verify: bearer('https://api.refiner.io/v1/account'),
  },
]);
