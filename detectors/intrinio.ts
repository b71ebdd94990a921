import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const intrinio = provider('Intrinio', [
  {
    id: 'intrinio-api-key',
    title: 'Intrinio API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['intrinio'],
    value: [base62(44)],
    rotate: 'Add another key at account.intrinio.com under API Keys, deploy it, then revoke this one.',
    docs: 'https://docs.intrinio.com/documentation/api_v2/authentication',
    verify: get('https://api-v2.intrinio.com/securities?page_size=1&api_key={value}'),
  },
]);
