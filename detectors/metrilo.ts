import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(16), alphabet: hex(1).alphabet };

export const metrilo = provider('Metrilo', [
  {
    id: 'metrilo-api-key',
    title: 'Metrilo API key (service ended)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['metrilo'],
    value: [alnum],
    checks: [{ check: 'mixed', classes: 'ld' }],
    rotate: 'Metrilo has shut down: delete the key from the code.',
    docs: 'https://www.metrilo.com/',
  },
]);
