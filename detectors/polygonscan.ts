import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const polygonscan = provider('PolygonScan', [
  {
    id: 'polygonscan-api-key',
    title: 'PolygonScan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['polygonscan'],
    value: [upperAlnum(34)],
    rotate: 'Remove the key under API Keys at polygonscan.com and add one; it reads public chain data.',
    docs: 'https://docs.polygonscan.com/',
    verify: get('https://api.polygonscan.com/api?module=stats&action=maticprice&apikey={value}'),
  },
]);
