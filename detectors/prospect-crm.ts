import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const prospectCrm = provider('ProspectCRM', [
  {
    id: 'prospect-crm-token',
    title: 'ProspectCRM API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['prospect crm', 'prospect365'],
    value: [{ ...hex(32), source: '[A-Za-z0-9-]{32}' }],
    rotate:
      'Issue another token in the integration settings of ProspectCRM and remove this one; customers and orders hang on it.',
    docs: 'https://api-batch-v1.prospect365.com/docs',
    verify: bearer('https://api-batch-v1.prospect365.com/Contacts'),
  },
]);
