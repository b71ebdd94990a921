import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const assemblyai: readonly Detector[] = [
  {
    id: 'assemblyai-api-key',
    title: 'AssemblyAI API key',
    provider: 'AssemblyAI',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['assemblyai', 'assembly_ai'],
      ignoreCase: true,
      pattern: assignment('assembly_?ai', '[0-9a-z]{32}'),
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'mixed', classes: 'ld' },
      { check: 'entropy', min: 3 },
      { check: 'credential-name', alone: ['assemblyai'] },
    ],
    rotate: 'Create a new key in the AssemblyAI dashboard under API keys, deploy it, then delete this one.',
    docs: 'https://www.assemblyai.com/docs/api-reference/overview',
    examples: {
      match: (make) => [
        exampleLine('ASSEMBLYAI_API_KEY=', make(make.hex, 32)),
        exampleLine('ASSEMBLYAI=', make(make.hex, 32)),
        exampleLine('AssemblyAI token: ', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `ASSEMBLYAI_API_KEY=${'0'.repeat(32)}`,
        `ASSEMBLYAI_API_KEY=${make(make.hex, 20)}`,
        `ASSEMBLYAI_TRANSCRIPT=${make(make.hex, 32)}`,
      ],
    },
  },
];
