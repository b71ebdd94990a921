import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const signnow = provider('signNow', [
  {
    id: 'signnow-client-id',
    title: 'signNow client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['signnow client id', 'sign now client id'],
    anyName: true,
    value: [hex(32)],
    rotate: 'It names the application; reset the secret beside it.',
    docs: 'https://docs.signnow.com/docs/signnow/welcome',
  },
  {
    id: 'signnow-client-secret',
    title: 'signNow client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['signnow', 'sign now'],
    value: [hex(32)],
    pairsWith: { detector: 'signnow-client-id', withinBytes: 600 },
    rotate:
      'Regenerate the credentials of the application on the API page of the signNow account; with a user it opens documents and signatures.',
    docs: 'https://docs.signnow.com/docs/signnow/welcome',
  },
]);
