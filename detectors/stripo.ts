import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const stripo: readonly Detector[] = [
  {
    id: 'stripo-api-token',
    title: 'Stripo API token',
    provider: 'Stripo',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['stripo'],
      ignoreCase: true,
      pattern: assignment('stripo[_.-]?(?:api|auth|token|key|secret|plugin)', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate: 'Issue a new token in the workspace settings of Stripo under API and replace the leaked one.',
    docs: 'https://api.stripo.email/reference/auth',
    examples: {
      match: (make) => [
        exampleLine('STRIPO_TOKEN=', exampleJwt(make, { securityContext: 'shop' }, 43)),
        exampleLine('"stripo_token": "', exampleJwt(make, { securityContext: 'shop' }, 43), '"'),
      ],
      noMatch: (make) => [
        `STRIPO_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { securityContext: 'shop' }, 43)}`,
      ],
    },
  },
];
