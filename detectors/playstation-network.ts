import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const playstationNetwork = provider('PlayStation Network', [
  {
    id: 'psn-npsso',
    title: 'PlayStation Network sign-in token (NPSSO)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['npsso'],
    anyName: true,
    value: [base62(64)],
    rotate:
      'Sign out of all devices in the security settings of the account at playstation.com and change its password.',
    docs: 'https://www.playstation.com/en-us/support/account/account-security-guide/',
  },
]);
