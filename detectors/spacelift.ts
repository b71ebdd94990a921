import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const spacelift: readonly Detector[] = [
  {
    id: 'spacelift-api-token',
    title: 'Spacelift API token',
    provider: 'Spacelift',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['spacelift', 'spacectl'],
      ignoreCase: true,
      pattern: assignment('spacelift|spacectl', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Tokens end by themselves after some hours; delete the API key they were exchanged for under Organization Settings, API keys.',
    docs: 'https://docs.spacelift.io/integrations/api',
    examples: {
      match: (make) => [
        exampleLine(
          'SPACELIFT_TOKEN=',
          exampleJwt(make, { aud: ['https://shop.app.spacelift.io'], iss: 'https://shop.app.spacelift.io' }, 43),
        ),
        exampleLine(
          '"spacelift_token": "',
          exampleJwt(make, { aud: ['https://shop.app.spacelift.io'], iss: 'https://shop.app.spacelift.io' }, 43),
          '"',
        ),
      ],
      noMatch: (make) => [
        `SPACELIFT_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { aud: ['https://shop.app.spacelift.io'], iss: 'https://shop.app.spacelift.io' }, 43)}`,
      ],
    },
  },
];
