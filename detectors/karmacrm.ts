import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const karmacrm = provider('karmaCRM', [
  {
    id: 'karmacrm-api-key',
    title: 'karmaCRM API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['karmacrm', 'karma crm'],
    value: [base62(20)],
    rotate: 'Reset the API token in the karmaCRM settings of its user.',
    docs: 'https://www.karmacrm.com/',
    verify: get('https://app.karmacrm.com/api/v3/contacts.json?api_token={value}'),
  },
]);
