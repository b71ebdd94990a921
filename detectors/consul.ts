import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const consul = provider('HashiCorp Consul', [
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
    rotate:
      'Create another token with `consul acl token create` and its policies, deploy it, then `consul acl token delete` this one; a bootstrap token needs an ACL reset.',
    docs: 'https://developer.hashicorp.com/consul/docs/secure/acl/token',
    verify: header('x-consul-token', 'https://{host}/v1/acl/token/self'),
  },
]);
