import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const openrouter: readonly Detector[] = [
  {
    id: 'openrouter-api-key',
    title: 'OpenRouter API key',
    provider: 'OpenRouter',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sk-or-v1-'],
      pattern: token(/sk-or-v1-[0-9a-f]{64}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key at openrouter.ai/settings/keys, deploy it, then delete this one there.',
    docs: 'https://openrouter.ai/docs/api/reference/authentication',
    examples: {
      match: (make) => [exampleLine('OPENROUTER_API_KEY=', `sk-or-v1-${make(make.hex, 64)}`)],
      noMatch: (make) => [
        `OPENROUTER_API_KEY=sk-or-v1-${'0'.repeat(64)}`,
        `OPENROUTER_API_KEY=sk-or-v1-${make(make.hex, 60)}`,
      ],
    },
  },
];
