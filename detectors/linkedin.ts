import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { lowerAlnum, base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

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
    pairsWith: { detector: 'linkedin-client-id', withinBytes: 600 },
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
  ...provider('LinkedIn', [
    {
      id: 'linkedin-client-id',
      title: 'LinkedIn client id',
      kind: 'client-secret',
      identity: 'app',
      severity: 'info',
      names: [
        'linkedin client id',
        'linkedin clientid',
        'linkedin api key',
        'linkedin app id',
        'linkedin key',
        'linked in client id',
      ],
      anyName: true,
      value: [lowerAlnum(14)],
      checks: [{ check: 'mixed', classes: 'ld' }],
      identifier: true,
      rotate: 'The id stays; generate another client secret on the Auth tab of the app.',
      docs: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication',
    },
    {
      id: 'linkedin-access-token',
      title: 'LinkedIn access token',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      names: ['linkedin', 'linked in', 'li access token'],
      anyName: true,
      value: ['AQ', base64url(200, 1000)],
      rotate:
        'Ask the member to log in to the app again, which ends it, or wait for its sixty days; reset the client secret of the app if that leaked too.',
      docs: 'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
      verify: bearer('https://api.linkedin.com/v2/userinfo'),
    },
  ]),
];
