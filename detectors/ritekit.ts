import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const ritekit = provider('RiteKit', [
  {
    id: 'ritekit-client-id',
    title: 'RiteKit client id (API key)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ritekit'],
    value: [hex(44)],
    rotate: 'Recreate the credentials of the app in the RiteKit developer dashboard.',
    docs: 'https://ritekit.com/',
  },
]);
