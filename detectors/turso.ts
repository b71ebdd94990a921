import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const turso: readonly Detector[] = [
  {
    id: 'turso-token',
    title: 'Turso database or platform token',
    provider: 'Turso',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['turso', 'libsql'],
      ignoreCase: true,
      pattern: assignment('turso|libsql', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'For a database, `turso db tokens invalidate NAME` ends all its tokens; make a new one with `turso db tokens create`. Platform tokens are revoked with `turso auth api-tokens revoke`.',
    docs: 'https://docs.turso.tech/api-reference/authentication',
    examples: {
      match: (make) => [
        exampleLine('TURSO_TOKEN=', exampleJwt(make, { a: 'rw', gid: '1f0c', iat: 1736930000 }, 86)),
        exampleLine('"turso_token": "', exampleJwt(make, { a: 'rw', gid: '1f0c', iat: 1736930000 }, 86), '"'),
      ],
      noMatch: (make) => [
        `TURSO_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { a: 'rw', gid: '1f0c', iat: 1736930000 }, 86)}`,
      ],
    },
  },
];
