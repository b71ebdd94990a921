import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const pipedrive = provider('Pipedrive', [
  {
    id: 'pipedrive-api-token',
    title: 'Pipedrive API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['pipedrive'],
    value: [lowerAlnum(40)],
    rotate:
      'Regenerate the token in Pipedrive under Personal preferences > API; customers and deals visible to its user are exposed.',
    docs: 'https://pipedrive.readme.io/docs/how-to-find-the-api-token',
    verify: header('x-api-token', 'https://api.pipedrive.com/v1/users/me'),
  },
]);
