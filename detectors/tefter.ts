import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const tefter = provider('Tefter', [
  {
    id: 'tefter-api-token',
    title: 'Tefter API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['tefter'],
    value: [base62(20)],
    rotate: 'Reset the token in the account settings of tefter.io; it opens the bookmarks of one user.',
    docs: 'https://www.tefter.io/docs/api',
  },
]);
