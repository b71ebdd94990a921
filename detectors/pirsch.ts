import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const pirsch = provider('Pirsch Analytics', [
  {
    id: 'pirsch-access-key',
    title: 'Pirsch access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['pirsch'],
    anyName: true,
    value: ['pa_', base62(32, 64)],
    rotate:
      'Delete the access key in the Pirsch settings under Integration and create another with as few permissions.',
    docs: 'https://docs.pirsch.io/api-sdks/api',
  },
]);
