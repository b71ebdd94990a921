import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** A JWT whose claims begin with issuer `user` and an id of an access token, `at-`. */
export const scalr = provider('Scalr', [
  {
    id: 'scalr-api-token',
    title: 'Scalr API token',
    kind: 'jwt',
    identity: 'user',
    severity: 'critical',
    value: [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJ1c2VyIiwianRpIjoiYXQt',
      base64url(20, 40),
      '.',
      base64url(43),
    ],
    rotate:
      'Delete the token in Scalr under the profile (or the service account) and create another; it runs plans with the cloud credentials kept there.',
    docs: 'https://docs.scalr.io/docs/api-tokens',
    verify: bearer('https://{account}.scalr.io/api/iacp/v3/accounts'),
  },
]);
