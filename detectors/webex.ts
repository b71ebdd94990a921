import { provider } from './build/provider.ts';
import { base62, either, hex, uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const webex = provider('Webex', [
  {
    id: 'webex-access-token',
    title: 'Webex access token',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    anchors: ['_PF84_', '_P0A1_', '_PE93_', '_PC75_'],
    value: [base62(64), either('_PF84_', '_P0A1_', '_PE93_', '_PC75_'), uuid],
    rotate:
      'Regenerate the token of a bot at developer.webex.com/my-apps. Tokens of integrations end with DELETE /v1/authorizations or when an administrator revokes the app.',
    docs: 'https://developer.webex.com/docs/bots',
    verify: bearer('https://webexapis.com/v1/people/me'),
  },
  {
    id: 'webex-client-secret',
    title: 'Webex integration client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['webex client secret', 'webex secret', 'webex app secret'],
    value: [hex(64)],
    rotate:
      'Regenerate the client secret on the page of the integration at developer.webex.com/my-apps; refresh tokens made with the old one need it changed at once.',
    docs: 'https://developer.webex.com/docs/integrations',
  },
]);
