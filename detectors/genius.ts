import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const genius = provider('Genius', [
  {
    id: 'genius-access-token',
    title: 'Genius client access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['genius access', 'genius api', 'genius token', 'genius client'],
    value: [base64url(64)],
    rotate: 'Generate another client access token at genius.com/api-clients; it reads public lyrics data.',
    docs: 'https://docs.genius.com/#/authentication-h1',
    verify: bearer('https://api.genius.com/search?q=a'),
  },
]);
