import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const newYorkTimes = provider('New York Times', [
  {
    id: 'new-york-times-api-key',
    title: 'New York Times API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['nytimes', 'newyorktimes', 'nyt api', 'nyt key'],
    value: [base62(32)],
    rotate: 'Add another key to the app at developer.nytimes.com/my-apps, deploy it, then revoke this one there.',
    docs: 'https://developer.nytimes.com/get-started',
    verify: get('https://api.nytimes.com/svc/topstories/v2/home.json?api-key={value}'),
  },
]);
