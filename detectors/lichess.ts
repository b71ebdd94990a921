import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const lichess = provider('Lichess', [
  {
    id: 'lichess-personal-access-token',
    title: 'Lichess personal API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    value: ['lip_', base62(20, 60)],
    rotate: 'Delete it at lichess.org/account/oauth/token and create another with only the scopes used.',
    docs: 'https://lichess.org/api#section/Introduction/Authentication',
    verify: bearer('https://lichess.org/api/account'),
  },
  {
    id: 'lichess-oauth-token',
    title: 'Lichess OAuth access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    value: ['lio_', base62(32)],
    rotate:
      'Revoke it with DELETE https://lichess.org/api/token, or remove the app under lichess.org/account/security.',
    docs: 'https://lichess.org/api#tag/OAuth',
    verify: bearer('https://lichess.org/api/account'),
  },
]);
