import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const taxjar = provider('TaxJar', [
  {
    id: 'taxjar-api-token',
    title: 'TaxJar API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['tax jar'],
    value: [lowerAlnum(32)],
    rotate:
      'Generate a new live token under Account, TaxJar API; sandbox tokens are listed beside it. Remove the old one when the shop uses the new.',
    docs: 'https://developers.taxjar.com/api/reference/#authentication',
    verify: bearer('https://api.taxjar.com/v2/categories'),
  },
]);
