import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const veriff = provider('Veriff', [
  {
    id: 'veriff-shared-secret',
    title: 'Veriff shared secret key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'critical',
    names: [
      'veriff secret',
      'veriff private',
      'veriff shared',
      'veriff signature',
      'veriff master',
      'veriff api secret',
    ],
    value: [uuid],
    rotate:
      'Make a new integration in the Veriff Customer Portal, or ask support to have the key changed; with it sessions and images of persons can be read.',
    docs: 'https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security',
  },
]);
