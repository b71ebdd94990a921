import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const ringcentral = provider('RingCentral', [
  {
    id: 'ringcentral-client-id',
    title: 'RingCentral client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['ringcentral client id', 'rc app client id'],
    anyName: true,
    value: [base64url(22)],
    rotate: 'It names the app; rotate the secret beside it.',
    docs: 'https://developers.ringcentral.com/guide/authentication/auth-code-flow',
  },
  {
    id: 'ringcentral-client-secret',
    title: 'RingCentral client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['ringcentral', 'rc app client secret'],
    value: [base64url(44)],
    pairsWith: { detector: 'ringcentral-client-id', withinBytes: 600 },
    rotate:
      'Rotate the client secret in the developer console of RingCentral under the settings of the app; calls and messages hang on it together with a user or JWT.',
    docs: 'https://developers.ringcentral.com/guide/authentication/auth-code-flow',
  },
]);
