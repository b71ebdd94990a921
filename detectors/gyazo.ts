import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const gyazo = provider('Gyazo', [
  {
    id: 'gyazo-access-token',
    title: 'Gyazo access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['gyazo'],
    value: [base64url(43)],
    rotate:
      'Delete the token on the page of the application at gyazo.com/oauth/applications and generate another; images can be listed and deleted with it.',
    docs: 'https://gyazo.com/api/docs/auth',
    verify: bearer('https://api.gyazo.com/api/users/me'),
  },
]);
