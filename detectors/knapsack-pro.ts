import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const knapsackPro = provider('Knapsack Pro', [
  {
    id: 'knapsack-pro-api-token',
    title: 'Knapsack Pro test suite token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['knapsackpro', 'knapsack pro'],
    value: [hex(32)],
    rotate: 'Make another token for the test suite on the Knapsack Pro dashboard and delete this one.',
    docs: 'https://docs.knapsackpro.com/api/v1/',
  },
]);
