import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const cohere: readonly Detector[] = [
  {
    id: 'cohere-api-key',
    title: 'Cohere API key',
    provider: 'Cohere',
    kind: 'api-key',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['cohere', 'co_api_key'],
      ignoreCase: true,
      pattern: assignment('cohere[\\w.-]{0,16}(?:key|token)|co_api_key', '[A-Za-z0-9]{40}'),
      proof: 'context',
    },
    // A lower-case hex value of this length is a commit id.
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at dashboard.cohere.com/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.cohere.com/docs/authentication',
    examples: {
      match: (make) => [
        exampleLine('COHERE_API_KEY=', make(make.base62, 40)),
        exampleLine('CO_API_KEY: "', make(make.base62, 40), '"'),
      ],
      noMatch: (make) => [
        `COHERE_API_KEY=${'x'.repeat(40)}`,
        `COHERE_API_KEY=${make(make.base62, 39)}`,
        `cohere_revision = "${make(make.hex, 40)}"`,
      ],
    },
  },
];
