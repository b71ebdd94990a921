import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

export const firecrawl: readonly Detector[] = [
  {
    id: 'firecrawl-api-key',
    title: 'Firecrawl API key',
    provider: 'Firecrawl',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['fc-'],
      pattern: token(/fc-[0-9a-f]{32}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Create a new key at firecrawl.dev/app/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.firecrawl.dev/api-reference/introduction#authentication',
    verify: bearer('https://api.firecrawl.dev/v1/team/credit-usage'),
    examples: {
      match: (make) => [exampleLine('FIRECRAWL_API_KEY=', `fc-${make(make.hex, 32)}`)],
      noMatch: (make) => [
        'FIRECRAWL_API_KEY=fc-YOUR_API_KEY',
        `FIRECRAWL_API_KEY=fc-${'0'.repeat(32)}`,
        `FIRECRAWL_API_KEY=fc-${make(make.hex, 31)}`,
      ],
    },
  },
];
