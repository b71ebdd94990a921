import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { basic } from './build/verify.ts';

export const snipcart = provider('Snipcart', [
  {
    id: 'snipcart-secret-key',
    title: 'Snipcart secret API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['snipcart'],
    value: [run('A-Za-z0-9_', 75)],
    rotate:
      'Create another secret key under Account, API keys in the Snipcart dashboard, put it in place, then delete this one.',
    docs: 'https://docs.snipcart.com/v3/api-reference/authentication',
    verify: basic('{value}:', 'https://app.snipcart.com/api/orders?limit=1'),
  },
]);
