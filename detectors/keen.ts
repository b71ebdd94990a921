import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */
const alnum = { ...base62(64), alphabet: digits(1).alphabet };

export const keen = provider('Keen', [
  {
    id: 'keen-api-key',
    title: 'Keen project key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['keen master', 'keen io', 'keen api', 'keen write', 'keen read', 'keen access'],
    value: [alnum],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Revoke the key on the Access page of its Keen project; the master key of a project is replaced there too.',
    docs: 'https://keen.io/docs/access/',
  },
]);
