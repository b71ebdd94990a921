import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const serphouse = provider('SERPHouse', [
  {
    id: 'serphouse-api-token',
    title: 'SERPHouse API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['serphouse'],
    value: [base62(60)],
    rotate: 'Regenerate the token in the SERPHouse account; credits hang on it.',
    docs: 'https://docs.serphouse.com/',
    verify: bearer('https://api.serphouse.com/account/info'),
  },
]);
