import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Tokens seen are upper case letters and digits; the documentation does not say that they must be. */
export const pinterest = provider('Pinterest', [
  {
    id: 'pinterest-access-token',
    title: 'Pinterest access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['pina_', { ...upperAlnum(40, 200), source: '[A-Za-z0-9_-]{40,200}' }],
    rotate:
      'Have the user take away the access of the app in their Pinterest settings, or make a new token in the developer portal.',
    docs: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
    verify: bearer('https://api.pinterest.com/v5/user_account'),
  },
  {
    id: 'pinterest-refresh-token',
    title: 'Pinterest refresh token',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    value: ['pinr_', { ...upperAlnum(40, 400), source: '[A-Za-z0-9._-]{40,400}' }],
    rotate:
      'Take away the access of the app in the Pinterest settings of the account; with the app secret it yields access tokens for months.',
    docs: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
  },
]);
