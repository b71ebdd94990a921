import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const serpstack = provider('serpstack', [
  {
    id: 'serpstack-api-key',
    title: 'serpstack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['serpstack'],
    value: [alnum32],
    rotate: 'Reset the access key on the serpstack dashboard.',
    docs: 'https://serpstack.com/documentation',
  },
]);
