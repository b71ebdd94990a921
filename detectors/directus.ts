import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const directus = provider('Directus', [
  {
    id: 'directus-access-token',
    title: 'Directus static access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['directus'],
    value: [base64url(32)],
    rotate:
      'Generate another token on the page of the user in Directus and save it: a user has one, so the old one ends.',
    docs: 'https://directus.io/docs/guides/connect/authentication',
    verify: bearer('https://{host}/users/me'),
  },
]);
