import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(64), alphabet: hex(1).alphabet };

export const mesibo = provider('mesibo', [
  {
    id: 'mesibo-app-token',
    title: 'mesibo app token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['mesibo'],
    value: [alnum],
    rotate: 'Regenerate the app token in the mesibo console; it makes and removes users of the app.',
    docs: 'https://docs.mesibo.com/api/backend-api/',
  },
]);
