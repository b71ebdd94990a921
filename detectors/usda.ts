import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const usda = provider('USDA', [
  {
    id: 'usda-fooddata-central-api-key',
    title: 'USDA FoodData Central (api.data.gov) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['usda', 'fdc api', 'fooddata', 'data gov api'],
    value: [base62(40)],
    rotate: 'Sign up for another key at api.data.gov/signup; it gives a quota for public data and no more.',
    docs: 'https://fdc.nal.usda.gov/api-guide.html',
    verify: get('https://api.nal.usda.gov/fdc/v1/foods/list?pageSize=1&api_key={value}'),
  },
]);
