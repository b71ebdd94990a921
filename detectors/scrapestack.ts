import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = { ...hex(32), source: '[A-Za-z0-9]{32}' };

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
