import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { header } from './build/verify.ts';

export const calorieNinjas = provider('CalorieNinja', [
  {
    id: 'calorieninjas-api-key',
    title: 'CalorieNinjas API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['calorieninja', 'calorie ninja'],
    value: [base64(40)],
    rotate: 'Regenerate the key on the profile page of calorieninjas.com.',
    docs: 'https://calorieninjas.com/api',
    verify: header('x-api-key', 'https://api.calorieninjas.com/v1/nutrition?query=tomato'),
  },
]);
