import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const boostnote = provider('BoostNote', [
  {
    id: 'boostnote-access-token',
    title: 'Boost Note access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['boostnote', 'boost note'],
    value: [hex(64)],
    rotate:
      'Remove the token under Settings, API of the space in Boost Note; it reads and writes every shared document there.',
    docs: 'https://intercom.help/boostnote-for-teams/en/articles/4590937-public-api',
    verify: bearer('https://boostnote.io/api/docs'),
  },
]);
