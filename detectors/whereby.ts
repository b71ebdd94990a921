import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const whereby: readonly Detector[] = [
  {
    id: 'whereby-api-key',
    title: 'Whereby API key',
    provider: 'Whereby',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['whereby'],
      ignoreCase: true,
      pattern: assignment('whereby', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Delete the key under Configure, API keys in Whereby Embedded and generate another; it opens and closes rooms and recordings.',
    docs: 'https://docs.whereby.com/reference/whereby-rest-api-reference',
    verify: bearer('https://api.whereby.dev/v1/meetings'),
    examples: {
      match: (make) => [
        exampleLine(
          'WHEREBY_TOKEN=',
          exampleJwt(
            make,
            { iss: 'https://accounts.appear.in', aud: 'https://api.appear.in/v1', organizationId: 1201 },
            43,
          ),
        ),
        exampleLine(
          '"whereby_token": "',
          exampleJwt(
            make,
            { iss: 'https://accounts.appear.in', aud: 'https://api.appear.in/v1', organizationId: 1201 },
            43,
          ),
          '"',
        ),
      ],
      noMatch: (make) => [
        `WHEREBY_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { iss: 'https://accounts.appear.in', aud: 'https://api.appear.in/v1', organizationId: 1201 }, 43)}`,
      ],
    },
  },
];
