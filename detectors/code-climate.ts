import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const codeClimate = provider('Code Climate', [
  {
    id: 'codeclimate-test-reporter-id',
    title: 'Code Climate test reporter id',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: [
      'cc test reporter id',
      'codeclimate repo token',
      'code climate repo token',
      'code climate token',
      'code climate test reporter',
    ],
    anyName: true,
    value: [hex(64)],
    rotate:
      'Regenerate it under Repo Settings, Test coverage in Code Climate; all one can do with it is send coverage.',
    docs: 'https://docs.codeclimate.com/docs/finding-your-test-coverage-token',
  },
  {
    id: 'codeclimate-access-token',
    title: 'Code Climate personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['code climate'],
    value: [hex(40)],
    rotate:
      'Delete the token under User Settings, API Access in Code Climate; it reads the findings of private repositories.',
    docs: 'https://developer.codeclimate.com/#authentication',
    verify: header('authorization', 'https://api.codeclimate.com/v1/user', 'Token token='),
  },
]);
