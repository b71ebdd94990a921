import { provider } from './build/provider.ts';
import { base64, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const vimeo = provider('Vimeo', [
  {
    id: 'vimeo-access-token',
    title: 'Vimeo access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['vimeo'],
    value: [hex(32)],
    rotate:
      'Delete the token on the Authentication tab of the app at developer.vimeo.com/apps, or end it itself with DELETE /tokens, and generate one with fewer scopes.',
    docs: 'https://developer.vimeo.com/api/authentication',
    verify: bearer('https://api.vimeo.com/oauth/verify'),
  },
  {
    id: 'vimeo-client-secret',
    title: 'Vimeo client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['vimeo'],
    value: [base64(128)],
    rotate:
      'Generate a new client secret on the page of the app at developer.vimeo.com/apps; the old one stays valid until it is deleted there.',
    docs: 'https://developer.vimeo.com/api/authentication',
  },
]);
