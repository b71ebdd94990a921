import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const theOddsApi = provider('The Odds API', [
  {
    id: 'the-odds-api-key',
    title: 'The Odds API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['odds api'],
    value: [hex(32)],
    rotate:
      'Ask for a new key through the account portal of the-odds-api.com; requests with the old one count against the quota.',
    docs: 'https://the-odds-api.com/liveapi/guides/v4/',
    verify: get('https://api.the-odds-api.com/v4/sports/?apiKey={value}'),
  },
]);
