import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { UUID, makeUuid } from './build/uuid.ts';

export const snyk: readonly Detector[] = [
  {
    id: 'snyk-api-token',
    title: 'Snyk API token',
    provider: 'Snyk',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['snyk'],
      ignoreCase: true,
      pattern: assignment('snyk[\\w.-]{0,16}(?:token|key)', UUID),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate:
      'Revoke and regenerate the token at app.snyk.io/account, or the service account in its group, and deploy it.',
    docs: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    examples: {
      match: (make) => [exampleLine('SNYK_TOKEN=', makeUuid(make))],
      noMatch: (make) => [
        'SNYK_TOKEN=00000000-0000-0000-0000-000000000000',
        `SNYK_ORG_ID=${makeUuid(make)}`,
        `SNYK_TOKEN=${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'snyk-personal-access-token',
    title: 'Snyk personal access or service account token',
    provider: 'Snyk',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['snyk_uat.', 'snyk_sat.'],
      pattern: token(/snyk_[us]at\.[0-9a-f]{8}\.[\w-]{20,80}\.[\w-]{30,100}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new token in the Snyk account settings, deploy it, then revoke this one.',
    docs: 'https://docs.snyk.io/snyk-api/authentication-for-api/personal-access-tokens-pats',
    examples: {
      match: (make) => [
        exampleLine('SNYK_TOKEN=', `snyk_uat.${make(make.hex, 8)}.${make(make.base62, 40)}.${make(make.base62, 64)}`),
      ],
      noMatch: (make) => [
        `SNYK_TOKEN=snyk_uat.00000000.${'x'.repeat(40)}.${'x'.repeat(64)}`,
        `SNYK_TOKEN=snyk_uat.${make(make.hex, 8)}.${make(make.base62, 40)}`,
      ],
    },
  },
];
