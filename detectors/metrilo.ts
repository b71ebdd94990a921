import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */
const alnum = { ...base62(16), alphabet: digits(1).alphabet };

export const metrilo = provider('Metrilo', [
  {
    id: 'metrilo-api-key',
    title: 'Metrilo API key (service ended)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['metrilo'],
    value: [alnum],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Metrilo has shut down: delete the key from the code.',
    docs: 'https://www.metrilo.com/',
  },
]);
