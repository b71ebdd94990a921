import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const bitly = provider('Bitly', [
  {
    id: 'bitly-access-token',
    title: 'Bitly access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['bitly'],
    value: [hex(40)],
    rotate: 'Reset it with a new token under Settings, API; for an app, revoke its connection under Connected apps.',
    docs: 'https://dev.bitly.com/docs/getting-started/authentication/',
    verify: bearer('https://api-ssl.bitly.com/v4/user'),
  },
]);
