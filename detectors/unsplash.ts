import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const unsplash = provider('Unsplash', [
  {
    id: 'unsplash-access-key',
    title: 'Unsplash access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['unsplash access', 'unsplash api', 'unsplash client', 'unsplash key', 'unsplash app', 'unsplash token'],
    value: [base64url(43)],
    rotate:
      'Have the keys of the application changed by the Unsplash API team, or register another application at unsplash.com/oauth/applications.',
    docs: 'https://unsplash.com/documentation#authorization',
    verify: header('authorization', 'https://api.unsplash.com/photos?per_page=1', 'Client-ID '),
  },
  {
    id: 'unsplash-secret-key',
    title: 'Unsplash secret key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['unsplash secret', 'unsplash client secret', 'unsplash app secret'],
    value: [base64url(43)],
    rotate:
      'Register another application at unsplash.com/oauth/applications and delete this one; the secret signs users in to it.',
    docs: 'https://unsplash.com/documentation/user-authentication-workflow',
  },
]);
