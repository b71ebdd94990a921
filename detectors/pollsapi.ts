import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum28 = alnum(28);

export const pollsapi = provider('PollsAPI', [
  {
    id: 'pollsapi-api-key',
    title: 'PollsAPI key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['pollsapi'],
    value: [alnum28],
    rotate: 'Make another key in the PollsAPI dashboard; polls and votes can be altered with this one.',
    docs: 'https://pollsapi.com/docs',
    verify: header('api-key', 'https://api.pollsapi.com/v1/get/polls'),
  },
]);
