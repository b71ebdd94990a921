import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const upwave = provider('Upwave', [
  {
    id: 'upwave-api-token',
    title: 'Upwave API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['upwave'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Delete the token under My settings, API tokens in Upwave and generate another; boards and tasks of its user are open to it.',
    docs: 'https://docs.upwave.io/',
    verify: header('authorization', 'https://api.upwave.io/workspaces/', 'Token '),
  },
]);
