import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const storecove = provider('Storecove', [
  {
    id: 'storecove-api-key',
    title: 'Storecove API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['storecove'],
    value: [base64url(43)],
    rotate:
      'Create another key under API keys in the Storecove account and delete the leaked one: it can send and read invoices.',
    docs: 'https://www.storecove.com/docs/',
    verify: bearer('https://api.storecove.com/api/v2/discovery/identifiers'),
  },
]);
