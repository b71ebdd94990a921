import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum40 = alnum(40);

export const owlbot = provider('Owlbot', [
  {
    id: 'owlbot-api-key',
    title: 'Owlbot dictionary API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['owlbot'],
    value: [alnum40],
    rotate: 'Ask for a new token at owlbot.info with another address; only dictionary look-ups depend on it.',
    docs: 'https://owlbot.info/',
  },
]);
