import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';
import { get } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */
const alnum = { ...base62(64), alphabet: digits(1).alphabet };

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
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate:
      'Create another API key in the Kickbox dashboard and remove this one; verifications use up the account balance.',
    docs: 'https://docs.kickbox.com/docs/using-the-api',
    verify: get('https://api.kickbox.com/v2/balance?apikey={value}'),
  },
]);
