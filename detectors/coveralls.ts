import { provider } from './build/provider.ts';
import { base62, run } from './build/value.ts';
import { header } from './build/verify.ts';

export const coveralls = provider('Coveralls', [
  {
    id: 'coveralls-repo-token',
    title: 'Coveralls repository token',
    kind: 'access-token',
    identity: 'workload',
    severity: 'low',
    names: ['coveralls repo', 'coveralls token'],
    value: [base62(32, 33)],
    rotate:
      'Regenerate the repo token on the settings page of the repository at coveralls.io; it can only upload coverage.',
    docs: 'https://docs.coveralls.io/api-introduction',
  },
  {
    id: 'coveralls-personal-token',
    title: 'Coveralls personal API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['coveralls'],
    value: [run('A-Za-z0-9-', 37)],
    rotate: 'Delete the personal API token under Account at coveralls.io and create another.',
    docs: 'https://docs.coveralls.io/api-introduction',
    verify: header('authorization', 'https://coveralls.io/api/v1/repos/{service}/{repository}', 'token '),
  },
]);
