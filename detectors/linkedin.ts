import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const linkedin: readonly Detector[] = [
  {
    id: 'linkedin-client-secret',
    title: 'LinkedIn client secret',
    provider: 'LinkedIn',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['linkedin', 'linked_in', 'linked-in'],
      ignoreCase: true,
      pattern: assignment(
        'linked[_-]?in[\\w.-]{0,20}secret',
        '(?:WPL_AP1\\.)?[A-Za-z0-9]{16}(?:\\.[A-Za-z0-9+/]{6}={0,2})?',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Generate a new primary client secret on the Auth tab of the app at linkedin.com/developers/apps and deploy it.',
    docs: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/best-practices/secure-applications',
    examples: {
      match: (make) => [
        exampleLine('LINKEDIN_CLIENT_SECRET=', make(make.base62, 16)),
        exampleLine('LINKEDIN_CLIENT_SECRET=', `WPL_AP1.${make(make.base62, 16)}.${make(make.base62, 6)}==`),
      ],
      noMatch: (make) => [
        `LINKEDIN_CLIENT_SECRET=${'x'.repeat(16)}`,
        `LINKEDIN_CLIENT_SECRET=${make(make.base62, 9)}`,
        `LINKEDIN_CLIENT_ID=${make(make.base62, 16)}`,
      ],
    },
  },
];
