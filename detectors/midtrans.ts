import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { basic } from './build/verify.ts';

export const midtrans = provider('Midtrans', [
  {
    id: 'midtrans-server-key',
    title: 'Midtrans server key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'critical',
    value: ['Mid-server-', base64url(10, 32)],
    rotate:
      'Ask Midtrans to reissue the access keys (Settings, Access Keys in the dashboard) and look through recent transactions; a key prefixed SB- only opens the sandbox.',
    docs: 'https://docs.midtrans.com/docs/api-authorization-headers',
    verify: basic('{value}:', 'https://api.midtrans.com/v2/none/status'),
  },
]);
