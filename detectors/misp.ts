import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const misp = provider('MISP', [
  {
    id: 'misp-auth-key',
    title: 'MISP automation key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['misp key', 'misp api', 'misp auth', 'misp token', 'misp automation', 'mispkey'],
    value: [base62(40)],
    rotate:
      'Delete the auth key under My Profile, Auth keys in MISP and add another, read-only and bound to addresses where that does.',
    docs: 'https://www.misp-project.org/openapi/',
    verify: header('authorization', '{server}/users/view/me.json'),
  },
]);
