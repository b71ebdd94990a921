import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const kickbox = provider('Kickbox', [
  {
    id: 'kickbox-api-key',
    title: 'Kickbox API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['kickbox'],
    anyName: true,
    value: ['live_', alnum(64)],
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
