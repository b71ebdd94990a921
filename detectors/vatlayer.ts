import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const vatlayer = provider('vatlayer', [
  {
    id: 'vatlayer-access-key',
    title: 'vatlayer access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['vat layer'],
    value: [lowerAlnum(32)],
    rotate: 'Reset the API access key on the vatlayer dashboard; rates and VAT checks are all it opens.',
    docs: 'https://vatlayer.com/documentation',
    verify: get('https://apilayer.net/api/rate?country_code=GB&access_key={value}'),
  },
]);
