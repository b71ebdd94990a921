import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { UUID, makeUuid } from './build/uuid.ts';
import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

const randomHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const scaleway: readonly Detector[] = [
  {
    id: 'scaleway-secret-key',
    title: 'Scaleway secret key',
    provider: 'Scaleway',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['scaleway', 'scw_secret', 'x-auth-token'],
      ignoreCase: true,
      pattern: assignment('scaleway[\\w.-]{0,20}(?:secret|token|key)|scw_secret|x-auth-token', UUID),
      proof: 'context',
    },
    checks: randomHex,
    pairsWith: { detector: 'scaleway-access-key', withinBytes: 600 },
    rotate:
      'Delete the API key in the console under IAM, API keys (or `scw iam api-key delete`), and make one with an expiry.',
    docs: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    examples: {
      match: (make) => [exampleLine('SCW_SECRET_KEY=', makeUuid(make))],
      noMatch: () => ['SCW_SECRET_KEY=00000000-0000-0000-0000-000000000000', 'SCW_SECRET_KEY=$SCW_SECRET_KEY'],
    },
  },
  ...provider('Scaleway', [
    {
      id: 'scaleway-access-key',
      title: 'Scaleway access key',
      kind: 'other',
      identity: 'user',
      severity: 'info',
      identifier: true,
      value: ['SCW', upperAlnum(17)],
      rotate: 'It names the API key; delete the key in the console under IAM when its secret leaked.',
      docs: 'https://www.scaleway.com/en/docs/iam/concepts/#api-key',
    },
  ]),
];
