import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** Whether letters of both cases stand in every value is not documented. */
export const cloudplan = provider('Cloudplan', [
  {
    id: 'cloudplan-session-id',
    title: 'Cloudplan API session id',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['cloudplan'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Sign out of all sessions in Cloudplan and change the password of the user.',
    docs: 'https://www.cloudplan.net/',
    verify: header('session_id', 'https://api.cloudplan.biz/api/user/me'),
  },
]);
