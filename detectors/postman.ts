import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const postman: readonly Detector[] = [
  {
    id: 'postman-api-key',
    title: 'Postman API key',
    provider: 'Postman',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['PMAK-'], pattern: token(/PMAK-[0-9a-f]{24}-[0-9a-f]{34}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Generate a new key at postman.co/settings/me/api-keys, deploy it, then revoke this one.',
    docs: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    examples: {
      match: (make) => [exampleLine('POSTMAN_API_KEY=', `PMAK-${make(make.hex, 24)}-${make(make.hex, 34)}`)],
      noMatch: (make) => [
        `POSTMAN_API_KEY=PMAK-${'0'.repeat(24)}-${'0'.repeat(34)}`,
        `POSTMAN_API_KEY=PMAK-${make(make.hex, 24)}`,
      ],
    },
  },
  {
    id: 'postman-collection-access-key',
    title: 'Postman collection access key',
    provider: 'Postman',
    kind: 'api-key',
    identity: 'unknown',
    severity: 'medium',
    match: { anchors: ['PMAT-'], pattern: token(/PMAT-[0-9A-Z]{26}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Delete the collection access key in the Postman account settings and share the collection anew.',
    docs: 'https://learning.postman.com/docs/collaborating-in-postman/sharing/',
    examples: {
      match: (make) => [exampleLine('access_key=', `PMAT-${make(make.upperAlnum, 26)}`)],
      noMatch: (make) => [`access_key=PMAT-${'X'.repeat(26)}`, `access_key=PMAT-${make(make.upperAlnum, 20)}`],
    },
  },
];
