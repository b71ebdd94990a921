import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const glassnode = provider('Glassnode', [
  {
    id: 'glassnode-api-key',
    title: 'Glassnode API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['glassnode'],
    value: [base62(27)],
    rotate: 'Revoke the key under Account, API in Glassnode Studio and generate another.',
    docs: 'https://docs.glassnode.com/basic-api/api-key',
    verify: header('x-api-key', 'https://api.glassnode.com/v1/user/api_usage'),
  },
]);
