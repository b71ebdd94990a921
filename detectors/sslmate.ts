import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const sslmate = provider('SSLMate', [
  {
    id: 'sslmate-api-key',
    title: 'SSLMate API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['sslmate'],
    value: [base62(36)],
    rotate:
      'Make a new API credential in the account at sslmate.com/account/api_credentials and delete the leaked one; certificates already bought stay.',
    docs: 'https://sslmate.com/help/reference/apiv2',
  },
]);
