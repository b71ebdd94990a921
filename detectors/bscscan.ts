import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const bscscan = provider('BscScan', [
  {
    id: 'bscscan-api-key',
    title: 'BscScan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['bscscan', 'bsc scan'],
    value: [upperAlnum(34)],
    rotate: 'Remove the key under API Keys on bscscan.com and create a new one there.',
    docs: 'https://docs.bscscan.com/getting-started/viewing-api-usage-statistics',
    verify: get('https://api.bscscan.com/api?module=stats&action=bnbprice&apikey={value}'),
  },
]);
