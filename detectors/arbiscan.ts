import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const arbiscan = provider('Arbiscan', [
  {
    id: 'arbiscan-api-key',
    title: 'Arbiscan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['arbiscan'],
    value: [upperAlnum(34)],
    rotate: 'Remove the key under API Keys on arbiscan.io and add another; it reads public data only, against a quota.',
    docs: 'https://docs.arbiscan.io/getting-started/viewing-api-usage-statistics',
    verify: get('https://api.arbiscan.io/api?module=stats&action=ethprice&apikey={value}'),
  },
]);
