import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const zeplin: readonly Detector[] = [
  {
    id: 'zeplin-access-token',
    title: 'Zeplin personal access token',
    provider: 'Zeplin',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['zeplin'],
      ignoreCase: true,
      pattern: assignment('zeplin', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate: 'Delete the token under Profile, Developer, Personal access tokens in Zeplin and create another.',
    docs: 'https://docs.zeplin.dev/reference/introduction',
    verify: bearer('https://api.zeplin.dev/v1/users/me'),
    examples: {
      match: (make) => [
        exampleLine('ZEPLIN_TOKEN=', exampleJwt(make, { user: '5f1c0aa9', iss: 'api.zeplin.dev', sub: 'token' }, 43)),
        exampleLine(
          '"zeplin_token": "',
          exampleJwt(make, { user: '5f1c0aa9', iss: 'api.zeplin.dev', sub: 'token' }, 43),
          '"',
        ),
      ],
      noMatch: (make) => [
        `ZEPLIN_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { user: '5f1c0aa9', iss: 'api.zeplin.dev', sub: 'token' }, 43)}`,
      ],
    },
  },
];
