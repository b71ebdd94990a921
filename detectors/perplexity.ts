import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const perplexity: readonly Detector[] = [
  {
    id: 'perplexity-api-key',
    title: 'Perplexity API key',
    provider: 'Perplexity',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['pplx-'],
      pattern: token(/pplx-[A-Za-z0-9]{48}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key in the Perplexity API settings, deploy it, then revoke this one there.',
    docs: 'https://docs.perplexity.ai/guides/getting-started',
    examples: {
      match: (make) => [exampleLine('PERPLEXITY_API_KEY=', `pplx-${make(make.base62, 48)}`)],
      noMatch: (make) => [
        `PERPLEXITY_API_KEY=pplx-${'x'.repeat(48)}`,
        `PERPLEXITY_API_KEY=pplx-${make(make.base62, 20)}`,
        'model: pplx-70b-online',
      ],
    },
  },
];
