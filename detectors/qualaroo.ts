import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const qualaroo = provider('Qualaroo', [
  {
    id: 'qualaroo-api-key',
    title: 'Qualaroo API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['qualaroo'],
    value: [run('A-Za-z0-9=', 64)],
    rotate: 'Reset the API key in the Qualaroo account settings; answers to surveys can be read with it.',
    docs: 'https://help.qualaroo.com/',
  },
]);
