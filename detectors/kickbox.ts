import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { get } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(64), alphabet: hex(1).alphabet };

export const kickbox = provider('Kickbox', [
  {
    id: 'kickbox-api-key',
    title: 'Kickbox API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['kickbox'],
    anyName: true,
    value: ['live_', alnum],
    rotate:
      'Create another API key in the Kickbox dashboard and remove this one; verifications use up the account balance.',
    docs: 'https://docs.kickbox.com/docs/using-the-api',
    verify: get('https://api.kickbox.com/v2/balance?apikey={value}'),
  },
]);
