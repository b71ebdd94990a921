import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const exchangeratesapi = provider('exchangeratesapi.io', [
  {
    id: 'exchangeratesapi-access-key',
    title: 'exchangeratesapi.io access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['exchangeratesapi', 'exchangerates', 'exchange rates'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the exchangeratesapi.io dashboard.',
    docs: 'https://exchangeratesapi.io/documentation/',
    verify: get('https://api.exchangeratesapi.io/v1/latest?access_key={value}'),
  },
]);
