import { provider } from './build/provider.ts';
import { lowerAlnum, run } from './build/value.ts';
import { basic } from './build/verify.ts';

export const env0 = provider('env0', [
  {
    id: 'env0-api-key-id',
    title: 'env0 API key id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['env0 api key'],
    anyName: true,
    value: [lowerAlnum(15, 16)],
    identifier: true,
    rotate: 'It only names the API key; delete the key with its secret in the organization settings.',
    docs: 'https://docs.env0.com/docs/api-keys',
  },
  {
    id: 'env0-api-secret',
    title: 'env0 API key secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['env0 api secret', 'env0 secret'],
    value: [run('A-Za-z0-9_-', 32)],
    pairsWith: { detector: 'env0-api-key-id', withinBytes: 600 },
    rotate:
      'Create another API key under Organization Settings, API Keys with a narrow role, switch over, then delete this one: it can deploy infrastructure.',
    docs: 'https://docs.env0.com/docs/api-keys',
    verify: basic('{id}:{value}', 'https://api.env0.com/organizations'),
  },
]);
