import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const tallyfy: readonly Detector[] = [
  {
    id: 'tallyfy-access-token',
    title: 'Tallyfy access token',
    provider: 'Tallyfy',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['tallyfy'],
      ignoreCase: true,
      pattern: assignment('tallyfy', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate: 'Sign in to Tallyfy and reset the token under Settings, Integrations, REST API.',
    docs: 'https://developers.tallyfy.com/',
    verify: bearer('https://api.tallyfy.com/me'),
    examples: {
      match: (make) => [
        exampleLine('TALLYFY_TOKEN=', exampleJwt(make, { aud: '7', sub: '1201' }, 683)),
        exampleLine('"tallyfy_token": "', exampleJwt(make, { aud: '7', sub: '1201' }, 683), '"'),
      ],
      noMatch: (make) => [
        `TALLYFY_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { aud: '7', sub: '1201' }, 683)}`,
      ],
    },
  },
];
