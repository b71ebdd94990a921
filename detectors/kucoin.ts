import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';

export const kucoin = provider('KuCoin', [
  {
    id: 'kucoin-api-key',
    title: 'KuCoin API key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['kucoin'],
    value: [hex(24)],
    identifier: true,
    rotate: 'Delete the API key on the API Management page of KuCoin.',
    docs: 'https://www.kucoin.com/docs-new/authentication',
  },
  {
    id: 'kucoin-api-secret',
    title: 'KuCoin API secret',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['kucoin'],
    value: [uuid],
    pairsWith: { detector: 'kucoin-api-key', withinBytes: 600 },
    rotate:
      'Delete the API key on the API Management page of KuCoin and create one bound to fixed addresses, without the right to withdraw.',
    docs: 'https://www.kucoin.com/docs-new/authentication',
  },
]);
