import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const mistral: readonly Detector[] = [
  {
    id: 'mistral-api-key',
    title: 'Mistral AI API key',
    provider: 'Mistral AI',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['mistral'],
      ignoreCase: true,
      pattern: assignment('mistral[\\w.-]{0,16}(?:key|token)', '[A-Za-z0-9]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at console.mistral.ai/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.mistral.ai/getting-started/quickstart',
    examples: {
      match: (make) => [
        exampleLine('MISTRAL_API_KEY=', make(make.base62, 32)),
        exampleLine('mistralApiKey: "', make(make.base62, 32), '"'),
      ],
      noMatch: (make) => [
        `MISTRAL_API_KEY=${'x'.repeat(32)}`,
        `MISTRAL_API_KEY=${make(make.base62, 31)}`,
        `mistral_model = "${make(make.base62, 32)}"`,
      ],
    },
  },
];
