import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const yelp = provider('Yelp', [
  {
    id: 'yelp-api-key',
    title: 'Yelp API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['yelp'],
    value: [base64url(128)],
    rotate:
      'Regenerate the key on the Manage App page at yelp.com/developers; the paid calls of the plan are at stake.',
    docs: 'https://docs.developer.yelp.com/docs/places-authentication',
    verify: bearer('https://api.yelp.com/v3/categories'),
  },
]);
