import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const omnisend = provider('Omnisend', [
  {
    id: 'omnisend-api-key',
    title: 'Omnisend API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['omnisend'],
    value: [base64url(75)],
    rotate: 'Create another key in the store settings of Omnisend under API keys, switch over, then remove this one.',
    docs: 'https://api-docs.omnisend.com/reference/authentication',
    verify: header('x-api-key', 'https://api.omnisend.com/v3/contacts?limit=1'),
  },
]);
