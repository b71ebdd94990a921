import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const skrapp = provider('Skrapp', [
  {
    id: 'skrapp-api-key',
    title: 'Skrapp.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['skrapp'],
    value: [base62(42)],
    rotate: 'Request another key on the API page of the Skrapp account.',
    docs: 'https://skrapp.io/api',
    verify: header('x-access-key', 'https://api.skrapp.io/api/v2/account'),
  },
]);
