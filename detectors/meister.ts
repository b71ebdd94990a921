import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const meister = provider('Meister', [
  {
    id: 'meister-access-token',
    title: 'MeisterTask or MindMeister access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['meistertask', 'mindmeister', 'meister task', 'mind meister'],
    value: [base64url(43)],
    rotate:
      'Delete the personal access token at mindmeister.com/api or meistertask.com, under API keys, and create another with fewer scopes.',
    docs: 'https://developers.meister.co/docs/oauth-access-tokens',
    verify: bearer('https://www.meistertask.com/api/persons/me'),
  },
]);
