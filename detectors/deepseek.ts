import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const deepseek: readonly Detector[] = [
  {
    id: 'sk-hex-api-key',
    title: 'Secret key of DeepSeek or another service with the interface of OpenAI',
    provider: 'DeepSeek',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['sk-'], pattern: token(/sk-[0-9a-f]{32}/, '-'), proof: 'context' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Find out which service it opens (DeepSeek, DashScope and others hand out such keys), create a new key there, and delete this one.',
    docs: 'https://api-docs.deepseek.com/',
    examples: {
      match: (make) => [
        exampleLine('OTHER_API_KEY=', `sk-${make(make.hex, 32)}`),
        exampleLine('client = Client("', `sk-${make(make.hex, 32)}`, '")'),
      ],
      noMatch: (make) => [
        `sk-${make(make.hex, 33)}`,
        `sk-${make(make.hex, 32)}-${make(make.hex, 4)}`,
        `task-${make(make.hex, 32)}`,
        `sk-${'0'.repeat(32)}`,
      ],
    },
  },
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
