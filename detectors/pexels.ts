import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const pexels = provider('Pexels', [
  {
    id: 'pexels-api-key',
    title: 'Pexels API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['pexels'],
    value: [base62(56)],
    rotate: 'Ask Pexels support to replace the key of the account; it only fetches free pictures.',
    docs: 'https://www.pexels.com/api/documentation/',
    verify: header('authorization', 'https://api.pexels.com/v1/curated?per_page=1'),
  },
]);
