import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const nasa = provider('NASA', [
  {
    id: 'nasa-api-key',
    title: 'NASA API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['nasa api', 'nasa key', 'nasa gov', 'nasa token', 'nasa secret'],
    value: [base62(40)],
    rotate: 'Sign up for another key at api.nasa.gov; write to the address in its mail to have this one disabled.',
    docs: 'https://api.nasa.gov/',
    verify: get('https://api.nasa.gov/planetary/apod?api_key={value}'),
  },
]);
