import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const scrapestack = provider('scrapestack', [
  {
    id: 'scrapestack-api-key',
    title: 'scrapestack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['scrapestack'],
    value: [alnum32],
    rotate: 'Reset the access key on the scrapestack dashboard.',
    docs: 'https://scrapestack.com/documentation',
  },
]);
