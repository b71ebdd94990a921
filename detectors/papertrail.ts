import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const papertrail = provider('Papertrail', [
  {
    id: 'papertrail-api-token',
    title: 'Papertrail API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['papertrail'],
    value: [base62(19, 21)],
    rotate: 'Reset the API token in the Papertrail profile; it reads every log of the account.',
    docs: 'https://www.papertrail.com/help/http-api/',
    verify: header('x-papertrail-token', 'https://papertrailapp.com/api/v1/systems.json'),
  },
]);
