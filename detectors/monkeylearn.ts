import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const monkeylearn = provider('MonkeyLearn', [
  {
    id: 'monkeylearn-api-key',
    title: 'MonkeyLearn API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['monkeylearn', 'monkey learn'],
    value: [hex(40)],
    rotate: 'MonkeyLearn became part of Medallia and its public service has ended: delete the key from the code.',
    docs: 'https://monkeylearn.com/api/',
  },
]);
