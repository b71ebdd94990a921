import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const marvel = provider('Marvel', [
  {
    id: 'marvel-private-key',
    title: 'Marvel Comics API private key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'low',
    names: ['marvel private', 'marvel secret', 'marvel api private', 'marvel api secret'],
    value: [hex(40)],
    rotate: 'Request new keys in the Marvel developer account; the public key goes with them.',
    docs: 'https://developer.marvel.com/documentation/authorization',
  },
]);
