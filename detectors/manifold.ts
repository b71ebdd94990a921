import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const manifold = provider('Manifold Markets', [
  {
    id: 'manifold-api-key',
    title: 'Manifold Markets API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['manifold api', 'manifold key', 'manifold markets', 'manifold token'],
    value: [uuid],
    rotate: 'Refresh the key in the account settings at manifold.markets; the former one stops.',
    docs: 'https://docs.manifold.markets/api#authentication',
  },
]);
