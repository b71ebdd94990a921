import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(32), alphabet: hex(1).alphabet };

export const loyverse = provider('Loyverse', [
  {
    id: 'loyverse-access-token',
    title: 'Loyverse access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['loyverse'],
    value: [alnum],
    rotate:
      'Delete it in the Loyverse back office under Access tokens and add another; it reads sales and changes items.',
    docs: 'https://developer.loyverse.com/docs/',
    verify: bearer('https://api.loyverse.com/v1.0/merchant/'),
  },
]);
