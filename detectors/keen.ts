import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const keen = provider('Keen', [
  {
    id: 'keen-api-key',
    title: 'Keen project key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['keen master', 'keen io', 'keen api', 'keen write', 'keen read', 'keen access'],
    value: [alnum(64)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Revoke the key on the Access page of its Keen project; the master key of a project is replaced there too.',
    docs: 'https://keen.io/docs/access/',
  },
]);
