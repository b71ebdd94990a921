import { provider } from './build/provider.ts';
import { either, run } from './build/value.ts';
import { header } from './build/verify.ts';

export const gotify = provider('Gotify', [
  {
    id: 'gotify-token',
    title: 'Gotify application or client token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['gotify'],
    value: [either('A', 'C', 'P'), run('A-Za-z0-9._-', 14)],
    rotate:
      'Delete the application (or client) in the Gotify web interface and create it again: its token cannot be changed.',
    docs: 'https://gotify.net/docs/pushmsg',
    verify: header('x-gotify-key', 'https://{host}/current/user'),
  },
]);
