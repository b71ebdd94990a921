import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { UUID } from './build/uuid.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

const rotate =
  'Create another token with `consul acl token create` and its policies, deploy it, then `consul acl token delete` this one; a bootstrap token needs an ACL reset.';
const docs = 'https://developer.hashicorp.com/consul/docs/secure/acl/token';

export const consul: readonly Detector[] = [
  ...provider('HashiCorp Consul', [
    {
      id: 'consul-acl-token',
      title: 'HashiCorp Consul ACL token',
      kind: 'access-token',
      identity: 'workload',
      severity: 'critical',
      names: [
        'consul http',
        'consul token',
        'consul acl',
        'consul management',
        'consul master',
        'consul bootstrap',
        'consul agent',
        'consul secret',
      ],
      value: [uuid],
      rotate,
      docs,
      verify: header('x-consul-token', 'https://{host}/v1/acl/token/self'),
    },
  ]),
  {
    id: 'consul-acl-token-record',
    title: 'HashiCorp Consul ACL token in a printed record',
    provider: 'HashiCorp Consul',
    kind: 'access-token',
    identity: 'workload',
    severity: 'critical',
    match: {
      anchors: ['SecretID'],
      pattern: new RegExp(`(?<!\\w)SecretID"?[ \\t]{0,4}[:=][ \\t]{0,24}"?(?<secret>${UUID})(?![\\w-])`),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.9 }],
    rotate,
    docs,
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('SecretID:         ', uuid.sample(make)),
        exampleLine('  "SecretID": "', uuid.sample(make), '",'),
      ],
      noMatch: (make) => [
        'SecretID:         00000000-0000-0000-0000-000000000002',
        `AccessorID:       ${uuid.sample(make)}`,
        `secretId: ${uuid.sample(make)}`,
      ],
    },
  },
];
