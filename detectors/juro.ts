import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const juro = provider('Juro', [
  {
    id: 'juro-api-key',
    title: 'Juro API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['juro api', 'juro key', 'juro token', 'juro secret'],
    value: [alnum(40)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate:
      'Generate a new key in Juro under Settings, Integrations, API, and delete this one; it reads and writes contracts.',
    docs: 'https://api-docs.juro.com/',
    verify: header('x-api-key', 'https://api.juro.com/v3/templates'),
  },
]);
