import { provider } from './build/provider.ts';
import { upperHex, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const coinapi = provider('CoinAPI', [
  {
    id: 'coinapi-key',
    title: 'CoinAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['coinapi', 'coin api'],
    value: [uuid],
    rotate: 'Delete the key in the customer portal of CoinAPI and create another; requests count against the plan.',
    docs: 'https://docs.coinapi.io/market-data/authentication',
    verify: header('x-coinapi-key', 'https://rest.coinapi.io/v1/exchanges'),
  },
  {
    id: 'coinapi-key-upper-case',
    title: 'CoinAPI key (in capitals)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['coinapi', 'coin api'],
    value: [upperHex(8), '-', upperHex(4), '-', upperHex(4), '-', upperHex(4), '-', upperHex(12)],
    rotate: 'Delete the key in the customer portal of CoinAPI; newly made ones are written in small letters.',
    docs: 'https://docs.coinapi.io/market-data/authentication',
    verify: header('x-coinapi-key', 'https://rest.coinapi.io/v1/exchanges'),
  },
]);
