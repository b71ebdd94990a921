import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const sportmonks = provider('Sportmonks', [
  {
    id: 'sportmonks-api-token',
    title: 'Sportmonks API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['sportmonk', 'sportsmonk'],
    value: [base62(60)],
    rotate:
      'Create a token at my.sportmonks.com under API tokens, switch to it, and delete the leaked one in the list.',
    docs: 'https://docs.sportmonks.com/football/welcome/authentication',
    verify: header('authorization', 'https://api.sportmonks.com/v3/core/continents'),
  },
]);
