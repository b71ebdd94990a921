import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { header } from './build/verify.ts';

const rotate =
  'Rotate the token in Harness under the API keys of the profile or service account, and deploy the new one.';
const docs = 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/';

export const harness: readonly Detector[] = [
  {
    id: 'harness-personal-access-token',
    title: 'Harness personal access token',
    provider: 'Harness',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['pat.'],
      pattern: token(/pat\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate,
    docs,
    verify: header('x-api-key', 'https://app.harness.io/v1/orgs'),
    examples: {
      match: (make) => [
        exampleLine('HARNESS_API_KEY=', `pat.${make(make.base62, 22)}.${make(make.hex, 24)}.${make(make.base62, 20)}`),
      ],
      noMatch: (make) => [
        `HARNESS_API_KEY=pat.${'x'.repeat(22)}.${'0'.repeat(24)}.${'x'.repeat(20)}`,
        `HARNESS_API_KEY=pat.${make(make.base62, 22)}.${make(make.hex, 24)}`,
      ],
    },
  },
  {
    id: 'harness-service-account-token',
    title: 'Harness service account token',
    provider: 'Harness',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['sat.'],
      pattern: token(/sat\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate,
    docs,
    verify: header('x-api-key', 'https://app.harness.io/v1/orgs'),
    examples: {
      match: (make) => [
        exampleLine('x-api-key: ', `sat.${make(make.base62, 22)}.${make(make.hex, 24)}.${make(make.base62, 20)}`),
      ],
      noMatch: (make) => [
        `x-api-key: sat.${'x'.repeat(22)}.${'0'.repeat(24)}.${'x'.repeat(20)}`,
        `x-api-key: sat.${make(make.base62, 22)}.${make(make.hex, 20)}.${make(make.base62, 20)}`,
      ],
    },
  },
];
