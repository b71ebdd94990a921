import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const salescookie = provider('SalesCookie', [
  {
    id: 'salescookie-api-key',
    title: 'SalesCookie API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['salescookie'],
    value: [alnum32],
    rotate:
      'Reset the key on the API page of the SalesCookie workspace; commissions are computed from what it may write.',
    docs: 'https://support.salescookie.com/',
  },
]);
