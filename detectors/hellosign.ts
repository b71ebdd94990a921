import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const hellosign = provider('Dropbox Sign', [
  {
    id: 'hellosign-api-key',
    title: 'Dropbox Sign (HelloSign) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['hellosign', 'dropbox sign'],
    value: [hex(64)],
    rotate:
      'Generate a second key on the API page of the Dropbox Sign settings, switch over, then delete this one there.',
    docs: 'https://developers.hellosign.com/docs/api-reference/api-authentication/',
    verify: basic('{value}:', 'https://api.hellosign.com/v3/account'),
  },
]);
