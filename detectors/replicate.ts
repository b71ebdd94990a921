import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const replicate: readonly Detector[] = [
  {
    id: 'replicate-api-token',
    title: 'Replicate API token',
    provider: 'Replicate',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['r8_'],
      pattern: token(/r8_[A-Za-z0-9]{37,45}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new token at replicate.com/account/api-tokens, deploy it, then disable this one there.',
    docs: 'https://replicate.com/docs/reference/http',
    examples: {
      match: (make) => [exampleLine('REPLICATE_API_TOKEN=', `r8_${make(make.base62, 37)}`)],
      noMatch: (make) => [
        `REPLICATE_API_TOKEN=r8_${'x'.repeat(37)}`,
        `REPLICATE_API_TOKEN=r8_${make(make.base62, 30)}`,
        `for8_${make(make.base62, 37)}`,
      ],
    },
  },
];
