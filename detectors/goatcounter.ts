import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const goatcounter = provider('GoatCounter', [
  {
    id: 'goatcounter-api-token',
    title: 'GoatCounter API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['goatcounter'],
    value: [lowerAlnum(45, 56)],
    rotate: 'Delete the token under User, API in GoatCounter and create one with only the permissions needed.',
    docs: 'https://www.goatcounter.com/help/api',
    verify: bearer('https://{site}.goatcounter.com/api/v0/me'),
  },
]);
