import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { header } from './build/verify.ts';

export const ubidots = provider('Ubidots', [
  {
    id: 'ubidots-token',
    title: 'Ubidots token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    anchors: ['BBFF-', 'BBUS-', 'A1E-'],
    value: [either('BBFF-', 'BBUS-', 'A1E-'), base62(30)],
    rotate:
      'Delete the token under API Credentials in Ubidots and add another; devices that send with it need the new one.',
    docs: 'https://docs.ubidots.com/v1.6/reference/authentication',
    verify: header('x-auth-token', 'https://industrial.api.ubidots.com/api/v2.0/devices/'),
  },
]);
