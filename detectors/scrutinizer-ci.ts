import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum64 = alnum(64);

export const scrutinizerCi = provider('Scrutinizer CI', [
  {
    id: 'scrutinizer-ci-access-token',
    title: 'Scrutinizer CI access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['scrutinizer'],
    value: [alnum64],
    rotate:
      'Delete the token under Applications in the Scrutinizer profile; private repositories it inspects can be read.',
    docs: 'https://scrutinizer-ci.com/docs/api/',
    verify: get('https://scrutinizer-ci.com/api/user/repositories?access_token={value}'),
  },
]);
