import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const goodday = provider('GoodDay', [
  {
    id: 'goodday-api-token',
    title: 'GoodDay API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['goodday', 'gd api'],
    value: [hex(32)],
    rotate: 'Delete the token under Organization settings, API in GoodDay and generate another.',
    docs: 'https://www.goodday.work/docs/api',
    verify: header('gd-api-token', 'https://api.goodday.work/2.0/users'),
  },
]);
