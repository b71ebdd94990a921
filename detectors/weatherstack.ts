import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const weatherstack = provider('weatherstack', [
  {
    id: 'weatherstack-access-key',
    title: 'weatherstack access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['weather stack'],
    value: [lowerAlnum(32)],
    rotate: 'Reset the access key on the weatherstack dashboard; the monthly calls of the plan hang on it.',
    docs: 'https://weatherstack.com/documentation',
    verify: get('https://api.weatherstack.com/current?query=fetch:ip&access_key={value}'),
  },
]);
