import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const cerebras: readonly Detector[] = [
  {
    id: 'cerebras-api-key',
    title: 'Cerebras API key',
    provider: 'Cerebras',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['csk-'],
      pattern: token(/csk-[A-Za-z0-9]{48}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at cloud.cerebras.ai under API keys, deploy it, then delete this one there.',
    docs: 'https://inference-docs.cerebras.ai/quickstart',
    examples: {
      match: (make) => [exampleLine('CEREBRAS_API_KEY=', `csk-${make(make.lowerAlnum, 48)}`)],
      noMatch: (make) => [
        `CEREBRAS_API_KEY=csk-${'x'.repeat(48)}`,
        `CEREBRAS_API_KEY=csk-${make(make.lowerAlnum, 40)}`,
      ],
    },
  },
];
