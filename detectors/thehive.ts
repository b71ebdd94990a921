import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const thehive = provider('TheHive', [
  {
    id: 'thehive-api-key',
    title: 'TheHive API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['the hive'],
    value: [base64(32)],
    rotate:
      'Renew or revoke the API key on the page of the user under Organization, Users in TheHive; cases and observables are open to its holder until then.',
    docs: 'https://docs.strangebee.com/thehive/api-docs/',
    verify: bearer('https://{host}/api/v1/user/current'),
  },
]);
