import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

/** Open data portals of Australia, Brazil, Canada and many others run on CKAN. */
export const ckan = provider('CKAN', [
  {
    id: 'ckan-api-key',
    title: 'CKAN API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['ckan api', 'ckan key', 'ckan token', 'data gov au', 'dados gov', 'open canada'],
    value: [uuid],
    rotate:
      'Regenerate it on the profile page of the user at the data portal; portals on CKAN 2.10 or newer use API tokens in its place.',
    docs: 'https://docs.ckan.org/en/2.9/api/index.html#authentication-and-api-tokens',
    verify: header('authorization', 'https://{host}/api/3/action/dashboard_activity_list'),
  },
]);
