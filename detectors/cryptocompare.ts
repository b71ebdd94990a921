import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const cryptocompare = provider('CryptoCompare', [
  {
    id: 'cryptocompare-api-key',
    title: 'CryptoCompare (CoinDesk Data) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['cryptocompare', 'crypto compare'],
    value: [hex(64)],
    rotate: 'Delete the key on the API keys page of the account and create one with only the permissions needed.',
    docs: 'https://min-api.cryptocompare.com/documentation',
    verify: header('authorization', 'https://min-api.cryptocompare.com/data/price?fsym=BTC&tsyms=USD', 'Apikey '),
  },
]);
