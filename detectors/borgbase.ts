import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { post } from './build/verify.ts';

export const borgbase = provider('Borgbase', [
  {
    id: 'borgbase-api-token',
    title: 'BorgBase API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['borgbase'],
    value: [run('A-Za-z0-9._-', 140, 160)],
    rotate: 'Delete the token under Account, API in BorgBase: one with full access could remove backup repositories.',
    docs: 'https://docs.borgbase.com/setup/api',
    verify: post('https://api.borgbase.com/graphql', '{"query":"{ __typename }"}', { authorization: 'Bearer {value}' }),
  },
]);
