import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const wrike: readonly Detector[] = [
  {
    id: 'wrike-access-token',
    title: 'Wrike permanent access token',
    provider: 'Wrike',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['wrike'],
      ignoreCase: true,
      pattern: assignment('wrike', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Revoke the permanent token on the page of the app under Apps & Integrations, API in Wrike, and obtain a new one.',
    docs: 'https://developers.wrike.com/oauth-20-authorization/',
    verify: bearer('https://www.wrike.com/api/v4/contacts?me=true'),
    examples: {
      match: (make) => [
        exampleLine('WRIKE_TOKEN=', exampleJwt(make, { d: '{"a":1201}', iat: 1736930000 }, 43)),
        exampleLine('"wrike_token": "', exampleJwt(make, { d: '{"a":1201}', iat: 1736930000 }, 43), '"'),
      ],
      noMatch: (make) => [
        `WRIKE_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { d: '{"a":1201}', iat: 1736930000 }, 43)}`,
      ],
    },
  },
];
