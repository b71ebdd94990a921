import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }];

export const dynatrace: readonly Detector[] = [
  {
    id: 'dynatrace-token',
    title: 'Dynatrace token',
    provider: 'Dynatrace',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['dt0'],
      pattern: token(/dt0[a-z]\d{2}\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64}/),
      proof: 'format',
    },
    checks: plausible,
    rotate:
      'Delete it under Access tokens (or the OAuth clients of the account), and generate one with fewer scopes and an expiry.',
    docs: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
    examples: {
      match: (make) => [exampleLine('Api-Token ', `dt0c01.${make(make.upperAlnum, 24)}.${make(make.upperAlnum, 64)}`)],
      noMatch: (make) => [
        `Api-Token dt0c01.${'X'.repeat(24)}.${'X'.repeat(64)}`,
        `Api-Token dt0c01.${make(make.upperAlnum, 24)}`,
      ],
    },
  },
];
