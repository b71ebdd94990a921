import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const bugsnag = provider('Bugsnag', [
  {
    id: 'bugsnag-auth-token',
    title: 'Bugsnag personal auth token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['bugsnag'],
    value: [uuid],
    rotate: 'Delete the token under Settings, My account, Personal auth tokens in Bugsnag and issue another.',
    docs: 'https://bugsnagapiv2.docs.apiary.io/#introduction/authentication',
    verify: header('authorization', 'https://api.bugsnag.com/user/organizations', 'token '),
  },
]);
