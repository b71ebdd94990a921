import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const iterable = provider('Iterable', [
  {
    id: 'iterable-api-key',
    title: 'Iterable API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['iterable'],
    value: [hex(32)],
    rotate:
      'Create a new key of the same type under Integrations, API Keys in Iterable, deploy it, then delete this one.',
    docs: 'https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys',
    verify: header('api-key', 'https://api.iterable.com/api/channels'),
    examples: {
      match: (make) => [
        exampleLine('export ITERABLE=', make(make.hex, 32)),
        exampleLine('Iterable API key: ', make(make.hex, 32)),
      ],
      noMatch: (make) => [`iterable: ${make(make.hex, 32)}`, `ITERABLE=${make(make.hex, 32)}`],
    },
  },
]);
