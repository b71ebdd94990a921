import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const loginradius = provider('LoginRadius', [
  {
    id: 'loginradius-api-secret',
    title: 'LoginRadius API secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['loginradius secret', 'loginradius api secret', 'loginradius app secret', 'lr secret', 'lr api secret'],
    value: [uuid],
    rotate:
      'Reset the secret in the LoginRadius Admin Console under Platform configuration, API credentials; the API key beside it is public.',
    docs: 'https://www.loginradius.com/docs/api/v2/getting-started/get-api-key-and-secret/',
  },
  {
    id: 'loginradius-api-key',
    title: 'LoginRadius API key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'info',
    names: ['loginradius api key', 'loginradius apikey', 'loginradius key'],
    value: [uuid],
    identifier: true,
    rotate: 'The key names the app and may be public; reset the secret beside it in the LoginRadius Admin Console.',
    docs: 'https://www.loginradius.com/docs/api/v2/getting-started/get-api-key-and-secret/',
  },
]);
