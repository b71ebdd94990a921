import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const spoonacular = provider('spoonacular', [
  {
    id: 'spoonacular-api-key',
    title: 'spoonacular API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['spoonacular'],
    value: [hex(32)],
    rotate:
      'Generate a new key on the profile page of the spoonacular console; points spent with the old one count on the same account.',
    docs: 'https://spoonacular.com/food-api/docs#Authentication',
    verify: header('x-api-key', 'https://api.spoonacular.com/food/jokes/random'),
  },
]);
