import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const looker = provider('Looker', [
  {
    id: 'looker-client-id',
    title: 'Looker API client id',
    kind: 'client-secret',
    identity: 'user',
    severity: 'info',
    names: [
      'looker client id',
      'looker clientid',
      'lookersdk client id',
      'looker api id',
      'looker id',
      'looker client',
    ],
    anyName: true,
    value: [base62(20)],
    identifier: true,
    rotate: 'Delete the API key it belongs to on the edit page of its user in Looker.',
    docs: 'https://cloud.google.com/looker/docs/api-auth',
  },
  {
    id: 'looker-client-secret',
    title: 'Looker API client secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'high',
    names: ['looker', 'lookersdk'],
    value: [base62(24)],
    pairsWith: { detector: 'looker-client-id', withinBytes: 600 },
    rotate:
      'Make a second API key for the user in Looker under Admin, Users, switch over, then delete the pair with this secret.',
    docs: 'https://cloud.google.com/looker/docs/api-auth',
  },
]);
