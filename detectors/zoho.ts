import { provider } from './build/provider.ts';
import { hex, upperAlnum } from './build/value.ts';

export const zoho = provider('Zoho', [
  {
    id: 'zoho-oauth-token',
    title: 'Zoho OAuth access or refresh token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['1000.', hex(32), '.', hex(32)],
    rotate:
      'Revoke a refresh token with a POST to accounts.zoho.com/oauth/v2/token/revoke, or remove the app under Security, Connected applications; access tokens end after an hour.',
    docs: 'https://www.zoho.com/accounts/protocol/oauth/web-apps.html',
  },
  {
    id: 'zoho-client-id',
    title: 'Zoho client id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    value: ['1000.', upperAlnum(28, 36)],
    rotate: 'Client ids are public; regenerate the client secret in the Zoho API console when that leaked beside it.',
    docs: 'https://www.zoho.com/accounts/protocol/oauth/web-apps.html',
  },
  {
    id: 'zoho-client-secret',
    title: 'Zoho client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['zoho', 'client secret'],
    value: [hex(42)],
    pairsWith: { detector: 'zoho-client-id', withinBytes: 600 },
    rotate:
      'Regenerate the secret of the client at api-console.zoho.com; refresh tokens issued to it keep working, so revoke those as well.',
    docs: 'https://www.zoho.com/accounts/protocol/oauth/web-apps.html',
  },
]);
