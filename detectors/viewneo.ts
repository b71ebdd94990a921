import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const viewneo: readonly Detector[] = [
  {
    id: 'viewneo-access-token',
    title: 'viewneo API token',
    provider: 'viewneo',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['viewneo'],
      ignoreCase: true,
      pattern: assignment('viewneo', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Remove the API token in the account settings of viewneo and create another; it changes what the displays show.',
    docs: 'https://www.viewneo.com/api-documentation',
    verify: bearer('https://cloud.viewneo.com/api/v1.0/playlist'),
    examples: {
      match: (make) => [
        exampleLine('VIEWNEO_TOKEN=', exampleJwt(make, { aud: '3', sub: '1201' }, 683)),
        exampleLine('"viewneo_token": "', exampleJwt(make, { aud: '3', sub: '1201' }, 683), '"'),
      ],
      noMatch: (make) => [
        `VIEWNEO_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { aud: '3', sub: '1201' }, 683)}`,
      ],
    },
  },
];
