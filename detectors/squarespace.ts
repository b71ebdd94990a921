import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const squarespace = provider('Squarespace', [
  {
    id: 'squarespace-api-key',
    title: 'Squarespace API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['squarespace'],
    value: [uuid],
    rotate:
      'Generate another key under Settings, Developer Tools, Developer API Keys of the site, then revoke this one in the list.',
    docs: 'https://developers.squarespace.com/commerce-apis/authentication-and-permissions',
    verify: bearer('https://api.squarespace.com/1.0/commerce/inventory'),
  },
]);
