import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const headspin = provider('HeadSpin', [
  {
    id: 'headspin-api-token',
    title: 'HeadSpin API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['headspin'],
    value: [hex(32)],
    rotate:
      'Delete the token in the HeadSpin settings of its user and create another; it also opens the devices the user may drive.',
    docs: 'https://www.headspin.io/docs/adb-api',
  },
]);
