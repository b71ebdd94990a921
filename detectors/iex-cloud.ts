import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const iexCloud = provider('IEX Cloud', [
  {
    id: 'iex-cloud-secret-token',
    title: 'IEX Cloud secret token (service ended)',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'low',
    names: ['iexcloud', 'iex cloud', 'iexapis', 'iex api', 'iex token', 'iex secret', 'iex key'],
    anyName: true,
    value: ['sk_', hex(32)],
    rotate: 'IEX Cloud ended on 31 August 2024: take the token out of the code; there is nothing left that it opens.',
    docs: 'https://iexcloud.io/docs/',
  },
]);
