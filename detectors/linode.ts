import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62, upperAlnum } from './build/value.ts';

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
  ...provider('Akamai Linode', [
    {
      id: 'linode-object-storage-access-key',
      title: 'Linode Object Storage access key',
      kind: 'access-key',
      identity: 'user',
      severity: 'info',
      names: ['linode access', 'linode obj', 'linode object', 'linode s3'],
      anyName: true,
      value: [upperAlnum(20)],
      identifier: true,
      rotate: 'Revoke the pair it belongs to in Cloud Manager under Object Storage, Access Keys.',
      docs: 'https://techdocs.akamai.com/cloud-computing/docs/manage-access-keys',
    },
    {
      id: 'linode-object-storage-secret-key',
      title: 'Linode Object Storage secret key',
      kind: 'access-key',
      identity: 'user',
      severity: 'high',
      names: ['linode secret', 'linode obj', 'linode object', 'linode s3'],
      value: [base62(40)],
      pairsWith: { detector: 'linode-object-storage-access-key', withinBytes: 600 },
      rotate:
        'Create a pair limited to the buckets needed in Cloud Manager under Object Storage, Access Keys, then revoke the one with this secret.',
      docs: 'https://techdocs.akamai.com/cloud-computing/docs/manage-access-keys',
    },
  ]),
];
