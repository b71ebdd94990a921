import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const storychief: readonly Detector[] = [
  {
    id: 'storychief-api-key',
    title: 'StoryChief API key',
    provider: 'StoryChief',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['storychief'],
      ignoreCase: true,
      pattern: assignment('storychief', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate: 'Delete the API key under Settings, API keys of the StoryChief workspace and create another one.',
    docs: 'https://developers.storychief.io/',
    examples: {
      match: (make) => [
        exampleLine('STORYCHIEF_TOKEN=', exampleJwt(make, { iss: 'https://api.storychief.io', sub: '17' }, 342)),
        exampleLine(
          '"storychief_token": "',
          exampleJwt(make, { iss: 'https://api.storychief.io', sub: '17' }, 342),
          '"',
        ),
      ],
      noMatch: (make) => [
        `STORYCHIEF_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { iss: 'https://api.storychief.io', sub: '17' }, 342)}`,
      ],
    },
  },
];
