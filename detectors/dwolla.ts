import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const dwolla = provider('Dwolla', [
  {
    id: 'dwolla-application-key',
    title: 'Dwolla application key',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['dwolla client id'],
    anyName: true,
    value: [base62(50)],
    identifier: true,
    rotate: 'The key only names the application; its secret is what must change.',
    docs: 'https://developers.dwolla.com/',
  },
  {
    id: 'dwolla-application-secret',
    title: 'Dwolla application secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: [
      'dwolla secret',
      'dwolla app secret',
      'dwolla api secret',
      'dwolla client secret',
      'dwolla application secret',
    ],
    value: [base62(50)],
    pairsWith: { detector: 'dwolla-application-key', withinBytes: 600 },
    rotate:
      'Rotate the secret of the application in the Dwolla dashboard and look through the transfers made since it leaked; sandbox and production have their own.',
    docs: 'https://developers.dwolla.com/',
  },
]);
