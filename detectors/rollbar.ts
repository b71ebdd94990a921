import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const rollbar: readonly Detector[] = [
  {
    id: 'rollbar-access-token',
    title: 'Rollbar access token',
    provider: 'Rollbar',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['rollbar'],
      ignoreCase: true,
      pattern: assignment('rollbar[\\w.-]{0,24}token', '[0-9a-f]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Add a new project access token in Rollbar, deploy it, then disable this one.',
    docs: 'https://docs.rollbar.com/docs/access-tokens',
    examples: {
      match: (make) => [exampleLine('ROLLBAR_ACCESS_TOKEN=', make(make.hex, 32))],
      noMatch: (make) => [
        `ROLLBAR_ACCESS_TOKEN=${'0'.repeat(32)}`,
        `ROLLBAR_ACCESS_TOKEN=${make(make.hex, 20)}`,
        `ROLLBAR_ITEM=${make(make.hex, 32)}`,
      ],
    },
  },
];
