import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const voyage: readonly Detector[] = [
  {
    id: 'voyage-api-key',
    title: 'Voyage AI API key',
    provider: 'Voyage AI',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['voyage'],
      ignoreCase: true,
      pattern: assignment('voyage', 'pa-[A-Za-z0-9_-]{43}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at dashboard.voyageai.com under API keys, deploy it, then delete this one there.',
    docs: 'https://docs.voyageai.com/docs/api-key-and-installation',
    publicPrefix: 'pa-',
    examples: {
      match: (make) => [
        exampleLine('VOYAGE_API_KEY=', `pa-${make(make.base62, 43)}`),
        exampleLine('voyageai: ', `pa-${make(make.base62, 43)}`),
      ],
      noMatch: (make) => [
        `VOYAGE_API_KEY=pa-${'x'.repeat(43)}`,
        `VOYAGE_API_KEY=pa-${make(make.base62, 20)}`,
        `SPA_KEY=pa-${make(make.base62, 43)}`,
      ],
    },
  },
];
