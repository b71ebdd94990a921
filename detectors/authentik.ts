import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const authentik = provider('Authentik', [
  {
    id: 'authentik-api-token',
    title: 'authentik API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['authentik'],
    value: [base62(60)],
    rotate: 'Delete or regenerate the token under Directory, Tokens and App passwords in the admin interface.',
    docs: 'https://docs.goauthentik.io/developer-docs/api/',
    verify: bearer('https://{host}/api/v3/core/users/me/'),
  },
]);
