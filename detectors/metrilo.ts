import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const metrilo = provider('Metrilo', [
  {
    id: 'metrilo-api-key',
    title: 'Metrilo API key (service ended)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['metrilo'],
    value: [alnum(16)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Metrilo has shut down: delete the key from the code.',
    docs: 'https://www.metrilo.com/',
  },
]);
