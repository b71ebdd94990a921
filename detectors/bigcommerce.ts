import { provider } from './build/provider.ts';
import { hex, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const bigcommerce = provider('BigCommerce', [
  {
    id: 'bigcommerce-access-token',
    title: 'BigCommerce access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    names: ['bigcommerce', 'big commerce'],
    value: [lowerAlnum(31)],
    rotate:
      'Delete the API account under Settings, Store-level API accounts, after creating one with the scopes in use.',
    docs: 'https://developer.bigcommerce.com/docs/start/authentication/api-accounts',
    verify: header('x-auth-token', 'https://api.bigcommerce.com/stores/{store}/v2/store'),
  },
  {
    id: 'bigcommerce-client-secret',
    title: 'BigCommerce client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['bigcommerce client secret', 'bigcommerce secret', 'bigcommerce app client secret'],
    value: [hex(64)],
    rotate:
      'Reset the secret of the app in the developer portal; signed payloads and token exchanges need the new one from then on.',
    docs: 'https://developer.bigcommerce.com/docs/start/authentication/api-accounts',
  },
]);
