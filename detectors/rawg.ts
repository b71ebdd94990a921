import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const rawg = provider('RAWG', [
  {
    id: 'rawg-api-key',
    title: 'RAWG API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['rawg'],
    value: [alnum32],
    rotate: 'Delete the key in the RAWG account at rawg.io/apidocs and get another.',
    docs: 'https://api.rawg.io/docs/',
    verify: get('https://api.rawg.io/api/platforms?key={value}'),
  },
]);
