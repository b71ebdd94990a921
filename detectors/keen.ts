import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(64), alphabet: hex(1).alphabet };

export const keen = provider('Keen', [
  {
    id: 'keen-api-key',
    title: 'Keen project key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['keen master', 'keen io', 'keen api', 'keen write', 'keen read', 'keen access'],
    value: [alnum],
    rotate: 'Revoke the key on the Access page of its Keen project; the master key of a project is replaced there too.',
    docs: 'https://keen.io/docs/access/',
  },
]);
