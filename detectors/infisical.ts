import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

export const infisical: readonly Detector[] = [
  {
    id: 'infisical-service-token',
    title: 'Infisical service token',
    provider: 'Infisical',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['infisical'],
      ignoreCase: true,
      pattern: assignment('infisical', 'st\\.[0-9a-f-]{24,36}\\.[0-9a-f]{32}\\.[0-9a-f]{32}'),
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Delete it under Access control, Service tokens of the project; service tokens are deprecated, use a machine identity.',
    docs: 'https://infisical.com/docs/documentation/platform/token',
    examples: {
      match: (make) => [
        exampleLine('INFISICAL_TOKEN=', `st.${make(make.hex, 24)}.${make(make.hex, 32)}.${make(make.hex, 32)}`),
      ],
      noMatch: (make) => [
        'INFISICAL_TOKEN=st.your-token',
        `INFISICAL_TOKEN=st.${make(make.hex, 24)}.${make(make.hex, 10)}`,
      ],
    },
  },
  {
    id: 'infisical-client-secret',
    title: 'Infisical machine identity client secret',
    provider: 'Infisical',
    kind: 'client-secret',
    identity: 'workload',
    severity: 'critical',
    match: {
      anchors: ['infisical'],
      ignoreCase: true,
      pattern: assignment('infisical[\\w.-]{0,32}secret', '[0-9a-f]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Create another client secret for the machine identity under Universal Auth, switch over, then revoke this one.',
    docs: 'https://infisical.com/docs/documentation/platform/identities/universal-auth',
    examples: {
      match: (make) => [exampleLine('INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET=', make(make.hex, 64))],
      noMatch: (make) => [`INFISICAL_CLIENT_SECRET=${'0'.repeat(64)}`, `INFISICAL_CLIENT_ID=${make(make.hex, 64)}`],
    },
  },
];
