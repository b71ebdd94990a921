import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const rudder = provider('Rudder', [
  {
    id: 'rudder-api-token',
    title: 'Rudder (Normation) API token',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    names: ['rudder api', 'rudder token', 'rudder x api token'],
    value: [base62(32)],
    rotate:
      'Regenerate the token of the API account under Administration > API accounts; it can change the configuration of all managed machines.',
    docs: 'https://docs.rudder.io/api/',
    verify: header('x-api-token', 'https://{server}/rudder/api/latest/info'),
  },
]);
