import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';
import { header } from './build/verify.ts';

export const elasticEmail = provider('Elastic Email', [
  {
    id: 'elastic-email-api-key',
    title: 'Elastic Email API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['elasticemail', 'elastic email'],
    value: [upperHex(96)],
    rotate:
      'Delete the key under Settings, Manage API keys and create one with fewer access rights; it can send mail in your name.',
    docs: 'https://elasticemail.com/developers/api-documentation/rest-api',
    verify: header('x-elasticemail-apikey', 'https://api.elasticemail.com/v4/statistics?from=2024-01-01T00:00:00'),
  },
]);
