import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const coinlib = provider('Coinlib', [
  {
    id: 'coinlib-api-key',
    title: 'Coinlib API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['coinlib'],
    value: [lowerAlnum(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Ask for a new key in the Coinlib profile; prices are public and only the rate is limited by it.',
    docs: 'https://coinlib.io/apidocs',
    verify: get('https://coinlib.io/api/v1/global?key={value}'),
  },
]);
