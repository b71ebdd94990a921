import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

function jwt(make: ExampleMaker): string {
  const claims = { tid: 1, aai: 11, uid: 2, iad: '2026-01-01T00:00:00.000Z', per: 'me:write', actid: 3, rgn: 'use1' };
  return exampleJwt(make, claims, 43);
}

export const monday: readonly Detector[] = [
  {
    id: 'monday-api-token',
    title: 'monday.com API token',
    provider: 'monday.com',
    kind: 'jwt',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['monday'],
      ignoreCase: true,
      pattern: assignment(
        'monday[\\w.-]{0,16}(?:token|key)',
        'eyJ[A-Za-z0-9_-]{10,100}\\.eyJ[A-Za-z0-9_-]{80,400}\\.[A-Za-z0-9_-]{43}',
      ),
      maxLength: 800,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'jwt' }],
    extract: ['jwt-claims'],
    rotate: 'Regenerate the token in monday.com under Developers > My access tokens and deploy it.',
    docs: 'https://developer.monday.com/api-reference/docs/authentication',
    examples: {
      match: (make) => [exampleLine('MONDAY_API_TOKEN=', jwt(make))],
      noMatch: (make) => [
        'MONDAY_API_TOKEN=eyJhbGciOiJIUzI1NiJ9...',
        `MONDAY_API_TOKEN=eyJ${make(make.base62, 30)}.eyJ${make(make.base62, 100)}.${make(make.base62, 43)}`,
        `SESSION=${jwt(make)}`,
      ],
    },
  },
];
