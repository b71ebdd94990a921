import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const segment: readonly Detector[] = [
  {
    id: 'segment-public-api-token',
    title: 'Segment Public API token',
    provider: 'Segment',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['sgp_'], pattern: token(/sgp_[A-Za-z0-9]{64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Create a new token in Segment under Settings > Access management > Tokens, deploy it, then remove this one.',
    docs: 'https://segment.com/docs/api/public-api/',
    examples: {
      match: (make) => [exampleLine('SEGMENT_API_TOKEN=', `sgp_${make(make.base62, 64)}`)],
      noMatch: (make) => [
        `SEGMENT_API_TOKEN=sgp_${'x'.repeat(64)}`,
        // Of another vendor, Sourcegraph.
        `SRC_ACCESS_TOKEN=sgp_${make(make.hex, 40)}`,
      ],
    },
  },
];
