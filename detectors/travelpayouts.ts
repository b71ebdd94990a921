import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const travelpayouts = provider('Travelpayouts', [
  {
    id: 'travelpayouts-api-token',
    title: 'Travelpayouts API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['travel payouts'],
    value: [lowerAlnum(32)],
    rotate:
      'Write to Travelpayouts support to have the API token of the account changed; nothing but their data service is behind it.',
    docs: 'https://support.travelpayouts.com/hc/en-us/articles/203956163',
    verify: get('https://api.travelpayouts.com/v2/prices/latest?limit=1&token={value}'),
  },
]);
