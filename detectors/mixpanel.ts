import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const mixpanel: readonly Detector[] = [
  {
    id: 'mixpanel-api-secret',
    title: 'Mixpanel project or service account secret',
    provider: 'Mixpanel',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['mixpanel'],
      ignoreCase: true,
      // The project token is meant for browsers and is not looked for.
      pattern: assignment('mixpanel[\\w.-]{0,24}secret', '[A-Za-z0-9]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Reset the API secret in the Mixpanel project settings, or add a service account and delete this one.',
    docs: 'https://developer.mixpanel.com/reference/project-secret',
    examples: {
      match: (make) => [exampleLine('MIXPANEL_API_SECRET=', make(make.hex, 32))],
      noMatch: (make) => [
        `MIXPANEL_API_SECRET=${'0'.repeat(32)}`,
        `MIXPANEL_API_SECRET=${make(make.hex, 20)}`,
        `MIXPANEL_TOKEN=${make(make.hex, 32)}`,
      ],
    },
  },
];
