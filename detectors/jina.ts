import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const jina: readonly Detector[] = [
  {
    id: 'jina-api-key',
    title: 'Jina AI API key',
    provider: 'Jina AI',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['jina_'],
      pattern: token(/jina_[A-Za-z0-9_-]{60}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key at jina.ai/api-dashboard, deploy it, then delete this one there.',
    docs: 'https://jina.ai/api-dashboard/',
    examples: {
      match: (make) => [exampleLine('JINA_API_KEY=', `jina_${make(make.base62, 60)}`)],
      noMatch: (make) => [`JINA_API_KEY=jina_${'x'.repeat(60)}`, `JINA_API_KEY=jina_${make(make.base62, 32)}`],
    },
  },
];
