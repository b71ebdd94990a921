import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

const randomHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const linode: readonly Detector[] = [
  {
    id: 'linode-personal-access-token',
    title: 'Linode personal access token',
    provider: 'Akamai Linode',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['linode'],
      ignoreCase: true,
      pattern: assignment('linode[\\w.-]{0,20}(?:token|key|pat)', '[0-9a-f]{64}'),
      proof: 'context',
    },
    checks: randomHex,
    rotate: 'Revoke it in Cloud Manager under API Tokens, and create one with the scopes it needs.',
    docs: 'https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens',
    examples: {
      match: (make) => [exampleLine('LINODE_TOKEN=', make(make.hex, 64))],
      noMatch: (make) => [`LINODE_TOKEN=${'0'.repeat(64)}`, `LINODE_TOKEN=${make(make.hex, 32)}`],
    },
  },
];
