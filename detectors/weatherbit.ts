import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const weatherbit = provider('Weatherbit', [
  {
    id: 'weatherbit-api-key',
    title: 'Weatherbit API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['weatherbit'],
    value: [lowerAlnum(32)],
    rotate: 'Add a key on the Weatherbit account dashboard, replace the leaked one and delete it.',
    docs: 'https://www.weatherbit.io/api',
    verify: get('https://api.weatherbit.io/v2.0/subscription/usage?key={value}'),
  },
]);
