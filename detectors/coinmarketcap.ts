import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const coinmarketcap = provider('CoinMarketCap', [
  {
    id: 'coinmarketcap-api-key',
    title: 'CoinMarketCap API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['coinmarketcap', 'cmc pro', 'cmc api', 'cmc key'],
    value: [uuid],
    rotate:
      'Regenerate the key on the overview page of pro.coinmarketcap.com; the former stops working and calls count afresh.',
    docs: 'https://coinmarketcap.com/api/documentation/v1/#section/Authentication',
    verify: header('x-cmc_pro_api_key', 'https://pro-api.coinmarketcap.com/v1/key/info'),
  },
]);
