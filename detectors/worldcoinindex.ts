import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const worldcoinindex = provider('WorldCoinIndex', [
  {
    id: 'worldcoinindex-api-key',
    title: 'WorldCoinIndex API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['worldcoinindex'],
    value: [base62(17), base62(18)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Sign up for another key at worldcoinindex.com/apiservice; prices are all it gives.',
    docs: 'https://www.worldcoinindex.com/apiservice',
    verify: get('https://www.worldcoinindex.com/apiservice/ticker?label=btcbtc&fiat=usd&key={value}'),
  },
]);
