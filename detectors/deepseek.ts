import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

export const deepseek: readonly Detector[] = [
  {
    id: 'deepseek-api-key',
    title: 'DeepSeek API key',
    provider: 'DeepSeek',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['deepseek'],
      ignoreCase: true,
      pattern: assignment('deepseek', 'sk-[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key at platform.deepseek.com/api_keys, deploy it, then delete this one there.',
    docs: 'https://api-docs.deepseek.com/',
    verify: bearer('https://api.deepseek.com/models'),
    publicPrefix: 'sk-',
    examples: {
      match: (make) => [
        exampleLine('DEEPSEEK_API_KEY=', `sk-${make(make.hex, 32)}`),
        exampleLine('deepseek = "', `sk-${make(make.hex, 32)}`, '"'),
        exampleLine('deepseek_api_key = "', `sk-${make(make.hex, 32)}`, '"'),
      ],
      noMatch: (make) => [
        `DEEPSEEK_API_KEY=sk-${'0'.repeat(32)}`,
        `DEEPSEEK_API_KEY=sk-${make(make.hex, 31)}`,
        `OTHER_API_KEY=sk-${make(make.hex, 32)}`,
      ],
    },
  },
];
