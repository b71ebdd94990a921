import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const parseur = provider('Parseur', [
  {
    id: 'parseur-api-key',
    title: 'Parseur API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['parseur'],
    value: [hex(40)],
    rotate: 'Regenerate the token in the Parseur account page; mailboxes and what was parsed are open to its holder.',
    docs: 'https://developer.parseur.com/',
    verify: header('authorization', 'https://api.parseur.com/parser', 'Token '),
  },
]);
