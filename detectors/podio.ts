import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const podio = provider('Podio', [
  {
    id: 'podio-access-token',
    title: 'Podio OAuth access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['podio'],
    value: [hex(32)],
    rotate:
      'It ends after hours by itself; revoke the grant of the app in the Podio account and look for the refresh token.',
    docs: 'https://developers.podio.com/authentication',
    verify: header('authorization', 'https://api.podio.com/user/status', 'OAuth2 '),
  },
  {
    id: 'podio-client-secret',
    title: 'Podio client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['podio'],
    value: [base62(64)],
    rotate: 'Reset the secret on the API keys page of the Podio account settings; apps keep their grants.',
    docs: 'https://developers.podio.com/authentication',
  },
]);
