import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const voicegain: readonly Detector[] = [
  {
    id: 'voicegain-api-token',
    title: 'Voicegain API token',
    provider: 'Voicegain',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['voicegain'],
      ignoreCase: true,
      pattern: assignment('voicegain', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate: 'Remove the JWT under Settings, API Security in the Voicegain portal and generate another, with an end.',
    docs: 'https://console.voicegain.ai/api-documentation',
    verify: bearer('https://api.voicegain.ai/v1/sa/config'),
    examples: {
      match: (make) => [
        exampleLine(
          'VOICEGAIN_TOKEN=',
          exampleJwt(make, { iss: 'f1c0', aud: 'https://api.voicegain.ai/v1', sub: '1b7e' }, 43),
        ),
        exampleLine(
          '"voicegain_token": "',
          exampleJwt(make, { iss: 'f1c0', aud: 'https://api.voicegain.ai/v1', sub: '1b7e' }, 43),
          '"',
        ),
      ],
      noMatch: (make) => [
        `VOICEGAIN_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { iss: 'f1c0', aud: 'https://api.voicegain.ai/v1', sub: '1b7e' }, 43)}`,
      ],
    },
  },
];
