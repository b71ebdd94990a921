import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const basescan = provider('BaseScan', [
  {
    id: 'basescan-api-key',
    title: 'BaseScan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['basescan'],
    value: [upperAlnum(34)],
    rotate: 'Remove the key under API Keys on basescan.org and add another; it only meters requests.',
    docs: 'https://docs.basescan.org/getting-started/viewing-api-usage-statistics',
    verify: get('https://api.basescan.org/api?module=stats&action=ethprice&apikey={value}'),
  },
]);
