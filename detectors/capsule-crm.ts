import { provider } from './build/provider.ts';
import { optional, run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const capsuleCrm = provider('CapsuleCRM', [
  {
    id: 'capsule-access-token',
    title: 'Capsule CRM access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['capsule crm'],
    value: [run('A-Za-z0-9+/._-', 62, 64), optional('='), optional('=')],
    rotate:
      'Delete the token under My Preferences, API Authentication Tokens in Capsule; each integration should have one of its own.',
    docs: 'https://developer.capsulecrm.com/v2/overview/authentication',
    verify: bearer('https://api.capsulecrm.com/api/v2/users/current'),
  },
]);
