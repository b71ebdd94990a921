import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const xai: readonly Detector[] = [
  {
    id: 'xai-api-key',
    title: 'xAI API key',
    provider: 'xAI',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['xai-'],
      pattern: token(/xai-[\w-]{70,120}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key at console.x.ai under API keys, deploy it, then disable this one there.',
    docs: 'https://docs.x.ai/docs/api-reference',
    examples: {
      match: (make) => [exampleLine('XAI_API_KEY=', `xai-${make(make.base62, 80)}`)],
      noMatch: (make) => [`XAI_API_KEY=xai-${'x'.repeat(80)}`, `XAI_API_KEY=xai-${make(make.base62, 40)}`],
    },
  },
];
