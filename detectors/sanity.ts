import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const sanity: readonly Detector[] = [
  {
    id: 'sanity-api-token',
    title: 'Sanity API token',
    provider: 'Sanity',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    match: {
      anchors: ['sanity'],
      ignoreCase: true,
      pattern: assignment('sanity[\\w.-]{0,24}(?:token|key)', 'sk[A-Za-z0-9]{80,200}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate: 'Add a new token at sanity.io/manage under API > Tokens, deploy it, then delete this one.',
    docs: 'https://www.sanity.io/docs/content-lake/http-auth',
    publicPrefix: 'sk',
    examples: {
      match: (make) => [exampleLine('SANITY_API_TOKEN=', `sk${make(make.base62, 178)}`)],
      noMatch: (make) => [
        'SANITY_API_TOKEN=sk...your_token...',
        `SANITY_API_TOKEN=sk${'x'.repeat(178)}`,
        `SANITY_API_TOKEN=sk${make(make.base62, 20)}`,
      ],
    },
  },
];
