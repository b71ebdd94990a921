import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { header } from './build/verify.ts';

export const portkey = provider('Portkey', [
  {
    id: 'portkey-api-key',
    title: 'Portkey API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['portkey api', 'portkey key'],
    value: [run('A-Za-z0-9+/=', 28)],
    rotate:
      'Delete the key in the Portkey workspace under API Keys and create one with a budget; every model provider connected there can be used with it.',
    docs: 'https://portkey.ai/docs/product/enterprise-offering/org-management/api-keys-authn-and-authz',
    verify: header('x-portkey-api-key', 'https://api.portkey.ai/v1/models'),
  },
]);
