import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const hashicorpNomad = provider('HashiCorp Nomad', [
  {
    id: 'nomad-acl-token',
    title: 'Nomad ACL token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['nomad token', 'nomad acl', 'nomad secret', 'nomad bootstrap'],
    value: [uuid],
    rotate:
      'Delete it with `nomad acl token delete` and its accessor id, then create one with narrower policies and an expiry.',
    docs: 'https://developer.hashicorp.com/nomad/docs/secure/acl/tokens',
    verify: header('x-nomad-token', '{address}/v1/acl/token/self'),
  },
]);
