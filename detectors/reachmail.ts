import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const reachmail = provider('ReachMail', [
  {
    id: 'reachmail-api-token',
    title: 'ReachMail API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['reachmail'],
    value: [base64url(64)],
    rotate:
      'Revoke the token in the ReachMail account under Account > API Tokens; mail can be sent with it in your name.',
    docs: 'https://services.reachmail.net/sdk/',
    verify: bearer('https://services.reachmail.net/administration/users/current'),
  },
]);
