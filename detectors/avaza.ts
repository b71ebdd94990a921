import { provider } from './build/provider.ts';
import { digits, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const avaza = provider('Avaza', [
  {
    id: 'avaza-personal-access-token',
    title: 'Avaza personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['avaza'],
    value: [digits(2, 9), '-', hex(40)],
    rotate: 'Delete the token under Settings, Developer Apps, Personal Access Tokens in Avaza, and issue another.',
    docs: 'https://www.avaza.com/developers/',
    verify: bearer('https://api.avaza.com/api/Account'),
  },
]);
