import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const apolloIo = provider('Apollo', [
  {
    id: 'apollo-io-api-key',
    title: 'Apollo.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['apollo api key', 'apollo key', 'apollo io', 'apollo api token'],
    value: [base64url(22)],
    rotate:
      'Delete the key under Settings, Integrations, API keys in Apollo and create one limited to the endpoints in use.',
    docs: 'https://docs.apollo.io/docs/create-api-key',
    verify: header('x-api-key', 'https://api.apollo.io/api/v1/auth/health'),
  },
]);
