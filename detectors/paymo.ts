import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { basic } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum44 = alnum(44);

export const paymo = provider('Paymo', [
  {
    id: 'paymo-api-key',
    title: 'Paymo API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['paymo app', 'paymo api'],
    value: [alnum44],
    rotate: 'Delete the key in Paymo under My Account > API keys and add one anew.',
    docs: 'https://github.com/paymo-org/api/blob/master/sections/authentication.md',
    verify: basic('{value}:x', 'https://app.paymoapp.com/api/me'),
  },
]);
