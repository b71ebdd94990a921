import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(64), alphabet: hex(1).alphabet };

export const mavenlink = provider('Kantata', [
  {
    id: 'mavenlink-access-token',
    title: 'Mavenlink (Kantata) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['mavenlink', 'kantata'],
    value: [alnum],
    rotate: 'Revoke it under My authorized apps in the Mavenlink profile and have the app ask for another.',
    docs: 'https://developer.kantata.com/kantata/specification/topics/authentication',
    verify: bearer('https://api.mavenlink.com/api/v1/users/me'),
  },
]);
