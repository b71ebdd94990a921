import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const freshbooks = provider('FreshBooks', [
  {
    id: 'freshbooks-access-token',
    title: 'FreshBooks access token or client secret',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['freshbooks', 'fresh books'],
    value: [lowerAlnum(64)],
    rotate:
      'Revoke the token with a POST to https://auth.freshbooks.com/oauth/revoke; a client secret is replaced on the page of the app at my.freshbooks.com under Developer Portal.',
    docs: 'https://www.freshbooks.com/api/authentication',
    verify: bearer('https://api.freshbooks.com/auth/api/v1/users/me'),
  },
]);
