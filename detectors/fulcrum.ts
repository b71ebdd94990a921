import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const fulcrum = provider('Fulcrum', [
  {
    id: 'fulcrum-api-token',
    title: 'Fulcrum API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['fulcrum'],
    value: [hex(80)],
    rotate: 'Delete the token under Settings, API in Fulcrum and create another; it acts with the role of its member.',
    docs: 'https://docs.fulcrumapp.com/docs/authentication',
    verify: header('x-apitoken', 'https://api.fulcrumapp.com/api/v2/users.json'),
  },
]);
