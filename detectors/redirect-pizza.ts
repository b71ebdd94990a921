import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const redirectPizza = provider('redirect.pizza', [
  {
    id: 'redirect-pizza-api-token',
    title: 'redirect.pizza API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['redirect pizza'],
    anyName: true,
    value: ['rpa_', base62(30)],
    rotate:
      'Delete the token in redirect.pizza under Team Settings > API tokens, since redirects of your domains can be changed with it.',
    docs: 'https://redirect.pizza/docs',
    verify: bearer('https://redirect.pizza/api/v1/domains'),
  },
]);
