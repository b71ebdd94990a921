import { provider } from './build/provider.ts';
import { base64url, hex, optional } from './build/value.ts';

export const exoscale = provider('Exoscale', [
  {
    id: 'exoscale-api-key',
    title: 'Exoscale API key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    value: ['EXO', hex(24, 30)],
    identifier: true,
    rotate: 'The key names itself; delete it together with its secret under IAM, Keys.',
    docs: 'https://community.exoscale.com/product/iam/quick-start/',
  },
  {
    id: 'exoscale-api-secret',
    title: 'Exoscale API secret',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['exoscale'],
    value: [base64url(40, 60), optional('=')],
    pairsWith: { detector: 'exoscale-api-key', withinBytes: 600 },
    rotate:
      'Create another key with a narrow role under IAM, Keys in the Exoscale portal, switch over, then delete this one.',
    docs: 'https://community.exoscale.com/product/iam/quick-start/',
  },
]);
