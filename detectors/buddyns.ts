import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const buddyns = provider('BuddyNS', [
  {
    id: 'buddyns-api-key',
    title: 'BuddyNS API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['buddyns'],
    value: [lowerAlnum(40)],
    rotate:
      'Renew the key in the API section of the BuddyNS account: whoever has it can remove zones from the secondary DNS.',
    docs: 'https://www.buddyns.com/support/api/v2/',
    verify: header('authorization', 'https://www.buddyns.com/api/v2/zone/', 'Token '),
  },
]);
