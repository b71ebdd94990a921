import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const stockdata = provider('StockData.org', [
  {
    id: 'stockdata-api-token',
    title: 'StockData.org API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['stockdata'],
    value: [base62(40)],
    rotate: 'Regenerate the token on the account dashboard of stockdata.org and update its callers.',
    docs: 'https://www.stockdata.org/documentation',
    verify: get('https://api.stockdata.org/v1/data/quote?symbols=AAPL&api_token={value}'),
  },
]);
