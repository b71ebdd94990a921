import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const fetchrss = provider('FetchRSS', [
  {
    id: 'fetchrss-api-key',
    title: 'FetchRSS API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['fetchrss', 'fetch rss'],
    value: [run('A-Za-z0-9.', 40)],
    rotate: 'Renew the key on the API page of the FetchRSS account.',
    docs: 'https://fetchrss.com/developers',
  },
]);
