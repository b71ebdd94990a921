import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const signupgenius = provider('SignUpGenius', [
  {
    id: 'signupgenius-api-key',
    title: 'SignUpGenius user key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['signupgenius', 'signup genius'],
    value: [alnum32],
    rotate: 'Regenerate the key in SignUpGenius under Account > API Management; lists of participants are open to it.',
    docs: 'https://developer.signupgenius.com/',
  },
]);
