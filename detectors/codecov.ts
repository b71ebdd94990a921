import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';

export const codecov: readonly Detector[] = [
  {
    id: 'codecov-token',
    title: 'Codecov upload or access token',
    provider: 'Codecov',
    kind: 'access-token',
    identity: 'workload',
    severity: 'low',
    match: {
      anchors: ['codecov'],
      ignoreCase: true,
      pattern: assignment('codecov[\\w.-]{0,24}token', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Regenerate the upload token in the configuration of the repository at app.codecov.io and deploy it.',
    docs: 'https://docs.codecov.com/docs/codecov-tokens',
    examples: {
      match: (make) => [exampleLine('CODECOV_TOKEN=', makeUuid(make))],
      noMatch: (make) => [
        'CODECOV_TOKEN=00000000-0000-0000-0000-000000000000',
        'CODECOV_TOKEN: ${{ secrets.CODECOV_TOKEN }}',
        `CODECOV_TOKEN=${make(make.hex, 20)}`,
      ],
    },
  },
];
