import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const screenshotlayer = provider('screenshotlayer', [
  {
    id: 'screenshotlayer-api-key',
    title: 'screenshotlayer access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['screenshotlayer'],
    value: [alnum32],
    rotate: 'Reset the access key on the screenshotlayer dashboard.',
    docs: 'https://screenshotlayer.com/documentation',
  },
]);
