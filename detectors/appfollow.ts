import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const appfollow = provider('Appfollow', [
  {
    id: 'appfollow-api-token',
    title: 'AppFollow API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['appfollow'],
    anyName: true,
    value: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.', base62(60, 120), '.', base64url(43)],
    rotate:
      'Create a new token under Account, API in AppFollow and delete this one: deleting is what ends it, though it is a JWT.',
    docs: 'https://docs.api.appfollow.io/',
    verify: header('x-appfollow-api-token', 'https://api.appfollow.io/api/v2/account/users'),
  },
]);
