import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const mavenlink = provider('Kantata', [
  {
    id: 'mavenlink-access-token',
    title: 'Mavenlink (Kantata) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['mavenlink', 'kantata'],
    value: [alnum(64)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Revoke it under My authorized apps in the Mavenlink profile and have the app ask for another.',
    docs: 'https://developer.kantata.com/kantata/specification/topics/authentication',
    verify: bearer('https://api.mavenlink.com/api/v1/users/me'),
  },
]);
