import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const simfin = provider('SimFin', [
  {
    id: 'simfin-api-key',
    title: 'SimFin API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['simfin'],
    value: [alnum32],
    rotate: 'Reset the key in the SimFin account under Data Access > API.',
    docs: 'https://simfin.readme.io/reference/getting-started-1',
  },
]);
