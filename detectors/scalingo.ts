import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { basic } from './build/verify.ts';

export const scalingo = provider('Scalingo', [
  {
    id: 'scalingo-api-token',
    title: 'Scalingo API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['tk-us-', base64url(48)],
    rotate:
      'Revoke the token on the Scalingo profile page under API tokens; apps and their databases can be deployed and read with it.',
    docs: 'https://developers.scalingo.com/apps/api/authentication',
    verify: basic(':{value}', 'https://auth.scalingo.com/v1/users/self'),
  },
]);
