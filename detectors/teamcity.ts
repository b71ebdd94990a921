import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const teamcity = provider('TeamCity', [
  {
    id: 'teamcity-access-token',
    title: 'TeamCity access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['eyJ0eXAiOiAiVENWMiJ9.', base64url(36), '.', base64url(48)],
    rotate:
      'Delete the token under My Settings, Access Tokens in TeamCity, or as an administrator on the page of the user, and create one with an end date.',
    docs: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens',
    verify: bearer('https://{host}/app/rest/server'),
  },
]);
