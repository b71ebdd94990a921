import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const valTown = provider('Val Town', [
  {
    id: 'val-town-api-token',
    title: 'Val Town API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['vtwn_', base64url(20, 80)],
    rotate:
      'Delete the token at val.town/settings/api and create one with only the scopes needed; vals run with it until then.',
    docs: 'https://docs.val.town/reference/api/authentication/',
    verify: bearer('https://api.val.town/v1/me'),
  },
]);
