import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { bearer } from './build/verify.ts';

/** Compact form of a signed token (RFC 7519). */
const JWT = 'eyJ[\\w-]{8,600}\\.eyJ[\\w-]{8,2000}\\.[\\w-]{20,1000}';

export const temporal: readonly Detector[] = [
  {
    id: 'temporal-cloud-api-key',
    title: 'Temporal Cloud API key',
    provider: 'Temporal Cloud',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['temporal', 'tmprl'],
      ignoreCase: true,
      pattern: assignment('temporal|tmprl', JWT),
      maxLength: 4000,
      proof: 'context',
    },
    checks: [{ check: 'credential-name' }, { check: 'jwt' }, { check: 'not-placeholder' }],
    extract: ['jwt-claims'],
    rotate:
      'Make a second API key for the same user or service account with `tcld apikey create`, roll it out, then disable and delete the first.',
    docs: 'https://docs.temporal.io/cloud/api-keys',
    verify: bearer('https://saas-api.tmprl.cloud/cloud/current-identity'),
    examples: {
      match: (make) => [
        exampleLine(
          'TEMPORAL_TOKEN=',
          exampleJwt(make, { account_id: 'a1b2c', aud: ['temporal.io'], iss: 'temporal.io' }, 86),
        ),
        exampleLine(
          '"temporal_token": "',
          exampleJwt(make, { account_id: 'a1b2c', aud: ['temporal.io'], iss: 'temporal.io' }, 86),
          '"',
        ),
      ],
      noMatch: (make) => [
        `TEMPORAL_TOKEN=eyJ${make(make.base62, 40)}`,
        `session=${exampleJwt(make, { account_id: 'a1b2c', aud: ['temporal.io'], iss: 'temporal.io' }, 86)}`,
      ],
    },
  },
];
