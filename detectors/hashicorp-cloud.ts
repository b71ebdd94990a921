import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';

export const hashicorpCloud = provider('HashiCorp Cloud Platform', [
  {
    id: 'hcp-client-id',
    title: 'HCP service principal client id',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'info',
    names: ['hcp client id', 'hcp clientid'],
    anyName: true,
    value: [base62(32)],
    identifier: true,
    rotate: 'It names the key of a service principal; delete the key, which ends its secret too.',
    docs: 'https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal/key',
  },
  {
    id: 'hcp-client-secret',
    title: 'HCP service principal client secret',
    kind: 'client-secret',
    identity: 'service-account',
    severity: 'critical',
    names: ['hcp client secret', 'hcp clientsecret'],
    value: [base64url(64)],
    pairsWith: { detector: 'hcp-client-id', withinBytes: 600 },
    rotate:
      'Generate a second key for the service principal in the HCP portal under Access control (IAM), switch over, then delete this one; workload identity federation needs no key.',
    docs: 'https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal/key',
  },
]);
