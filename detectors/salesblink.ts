import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const salesblink = provider('SalesBlink', [
  {
    id: 'salesblink-api-key',
    title: 'SalesBlink API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['salesblink'],
    anyName: true,
    value: ['key-', alnum(64)],
    rotate: 'Generate another key in SalesBlink under Settings > API; the former ends.',
    docs: 'https://developer.salesblink.io/',
    verify: header('authorization', 'https://run.salesblink.io/api/public/lists'),
  },
]);
