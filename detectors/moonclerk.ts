import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const moonclerk = provider('MoonClerk', [
  {
    id: 'moonclerk-api-key',
    title: 'MoonClerk API key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: ['moonclerk', 'moon clerk'],
    value: [alnum(32)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Regenerate the key in MoonClerk under Settings, API access; it reads customers and their payments.',
    docs: 'https://github.com/moonclerk/developer',
    verify: header('authorization', 'https://api.moonclerk.com/forms', 'Token token='),
  },
]);
