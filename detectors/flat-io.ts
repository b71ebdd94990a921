import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const flatIo = provider('Flat', [
  {
    id: 'flat-io-access-token',
    title: 'Flat personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['flat io', 'flat api', 'flat access', 'flat token'],
    value: [hex(128)],
    rotate: 'Delete the token at flat.io/developers/apps and create one with fewer scopes.',
    docs: 'https://flat.io/developers/docs/api/authentication.html',
    verify: bearer('https://api.flat.io/v2/me'),
  },
]);
