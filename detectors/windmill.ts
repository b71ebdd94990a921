import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const windmill = provider('Windmill', [
  {
    id: 'windmill-token',
    title: 'Windmill user token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['windmill token', 'windmill api', 'windmill user', 'wm token', 'wmill'],
    value: [base62(32)],
    rotate:
      'Delete the token under Account settings, Tokens in Windmill and create one with an end; it runs scripts with the rights of its user.',
    docs: 'https://www.windmill.dev/docs/core_concepts/authentification#user-token',
    verify: bearer('https://app.windmill.dev/api/users/whoami'),
  },
]);
