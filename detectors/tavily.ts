import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const tavily: readonly Detector[] = [
  {
    id: 'tavily-api-key',
    title: 'Tavily API key',
    provider: 'Tavily',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['tvly-'],
      pattern: token(/tvly-(?:(?:dev|prod)-)?[A-Za-z0-9]{32}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at app.tavily.com, deploy it, then delete this one there.',
    docs: 'https://docs.tavily.com/documentation/api-reference/introduction',
    examples: {
      match: (make) => [
        exampleLine('TAVILY_API_KEY=', `tvly-${make(make.base62, 32)}`),
        exampleLine('TAVILY_API_KEY=', `tvly-dev-${make(make.base62, 32)}`),
      ],
      noMatch: (make) => [
        'TAVILY_API_KEY=tvly-YOUR_API_KEY',
        `TAVILY_API_KEY=tvly-${'x'.repeat(32)}`,
        `TAVILY_API_KEY=tvly-${make(make.base62, 20)}`,
      ],
    },
  },
];
