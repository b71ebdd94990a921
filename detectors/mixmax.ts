import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const mixmax = provider('Mixmax', [
  {
    id: 'mixmax-api-token',
    title: 'Mixmax API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['mixmax'],
    value: [uuid],
    rotate: 'Revoke it in Mixmax under Settings, Integrations, API, and create another; it sends mail as its user.',
    docs: 'https://developer.mixmax.com/reference/getting-started-with-the-api',
    verify: header('x-api-token', 'https://api.mixmax.com/v1/users/me'),
  },
]);
