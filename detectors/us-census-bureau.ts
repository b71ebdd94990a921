import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const usCensusBureau = provider('US Census Bureau', [
  {
    id: 'us-census-bureau-api-key',
    title: 'US Census Bureau API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['census api', 'census key', 'census bureau'],
    value: [hex(40)],
    rotate:
      'Sign up for another key at api.census.gov/data/key_signup.html; nothing but free public data is behind it.',
    docs: 'https://www.census.gov/data/developers/guidance/api-user-guide.html',
    verify: get('https://api.census.gov/data/2020/dec/pl?get=NAME&for=us:1&key={value}'),
  },
]);
