import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const web3Storage: readonly Detector[] = [
  {
    id: 'web3-storage-api-token',
    title: 'web3.storage API token (retired)',
    provider: 'web3.storage',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    match: {
      anchors: ['web3storage', 'web3_storage', 'web3-storage', 'web3.storage', 'w3s_'],
      ignoreCase: true,
      pattern: assignment('web3[_.-]?storage|w3s[_.-]', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'The interface these tokens opened was switched off in January 2024: delete the token and use the UCAN-based client.',
    docs: 'https://web3.storage/docs/',
    examples: {
      match: (make) => [
        exampleLine(
          'WEB3STORAGE_TOKEN=',
          exampleJwt(make, { iss: 'web3-storage', sub: 'did:ethr:0x1f', name: 'shop' }, 43),
        ),
        exampleLine(
          '"web3storage_token": "',
          exampleJwt(make, { iss: 'web3-storage', sub: 'did:ethr:0x1f', name: 'shop' }, 43),
          '"',
        ),
      ],
      noMatch: (make) => [
        `WEB3STORAGE_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { iss: 'web3-storage', sub: 'did:ethr:0x1f', name: 'shop' }, 43)}`,
      ],
    },
  },
];
