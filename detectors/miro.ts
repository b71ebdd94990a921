import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const miro = provider('Miro', [
  {
    id: 'miro-access-token',
    title: 'Miro access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['eyJtaXJvLm9yaWdpbiI6', base64url(36, 48)],
    rotate:
      'Uninstall the app from the team, or revoke the token with POST https://api.miro.com/v2/oauth/revoke, then install it anew.',
    docs: 'https://developers.miro.com/docs/getting-started-with-oauth',
    verify: bearer('https://api.miro.com/v1/oauth-token'),
  },
  {
    id: 'miro-access-token-older',
    title: 'Miro access token (without prefix)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['miro access', 'miro token', 'miro api', 'miro oauth', 'miro key'],
    value: [base64url(27)],
    rotate:
      'Uninstall the app from the team, or revoke the token with POST https://api.miro.com/v2/oauth/revoke, then install it anew.',
    docs: 'https://developers.miro.com/docs/getting-started-with-oauth',
    verify: bearer('https://api.miro.com/v1/oauth-token'),
  },
  {
    id: 'miro-client-secret',
    title: 'Miro client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['miro client secret', 'miro secret', 'miro app secret', 'miro oauth client secret'],
    value: [base62(32)],
    rotate: 'Reset the client secret in the settings of the app at miro.com; tokens already given out stay valid.',
    docs: 'https://developers.miro.com/docs/getting-started-with-oauth',
  },
]);
