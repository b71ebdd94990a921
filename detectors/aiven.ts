import { provider } from './build/provider.ts';
import { base64, base64url, optional } from './build/value.ts';
import { header } from './build/verify.ts';

/** Service passwords with the prefix `AVNS_` are also those of databases that Aiven runs for others, such as DigitalOcean. */
export const aiven = provider('Aiven', [
  {
    id: 'aiven-token',
    title: 'Aiven token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['aiven'],
    value: [base64(370, 372), optional('='), optional('=')],
    rotate:
      'Revoke the token under User information, Tokens in Aiven Console, or with `avn user access-token revoke`, after making another.',
    docs: 'https://aiven.io/docs/platform/howto/create_authentication_token',
    verify: header('authorization', 'https://api.aiven.io/v1/project', 'aivenv1 '),
  },
  {
    id: 'aiven-service-password',
    title: 'Aiven service password',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    value: ['AVNS_', base64url(19)],
    rotate:
      'Reset the password of the service user in Aiven Console, or of the database user at DigitalOcean, whose managed databases use the same form.',
    docs: 'https://aiven.io/docs/platform/howto/reset-service-password',
  },
]);
