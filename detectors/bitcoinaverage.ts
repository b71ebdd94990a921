import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const bitcoinaverage = provider('BitcoinAverage', [
  {
    id: 'bitcoinaverage-key',
    title: 'BitcoinAverage key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['bitcoinaverage', 'bitcoin average'],
    value: [base62(43)],
    rotate: 'Generate another key pair in the developer section of BitcoinAverage and remove this one.',
    docs: 'https://apiv2.bitcoinaverage.com/',
    verify: header('x-ba-key', 'https://apiv2.bitcoinaverage.com/websocket/v3/get_ticket'),
  },
]);
