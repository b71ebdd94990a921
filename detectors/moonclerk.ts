import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { header } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(32), alphabet: hex(1).alphabet };

export const moonclerk = provider('MoonClerk', [
  {
    id: 'moonclerk-api-key',
    title: 'MoonClerk API key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: ['moonclerk', 'moon clerk'],
    value: [alnum],
    rotate: 'Regenerate the key in MoonClerk under Settings, API access; it reads customers and their payments.',
    docs: 'https://github.com/moonclerk/developer',
    verify: header('authorization', 'https://api.moonclerk.com/forms', 'Token token='),
  },
]);
