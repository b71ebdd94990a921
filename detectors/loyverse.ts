import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const loyverse = provider('Loyverse', [
  {
    id: 'loyverse-access-token',
    title: 'Loyverse access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['loyverse'],
    value: [alnum(32)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate:
      'Delete it in the Loyverse back office under Access tokens and add another; it reads sales and changes items.',
    docs: 'https://developer.loyverse.com/docs/',
    verify: bearer('https://api.loyverse.com/v1.0/merchant/'),
  },
]);
