import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const crowdin = provider('Crowdin', [
  {
    id: 'crowdin-personal-access-token',
    title: 'Crowdin personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['crowdin'],
    value: [hex(80)],
    rotate:
      'Revoke it under Account Settings, API at crowdin.com and create one with granular scopes; Crowdin Enterprise has its own list.',
    docs: 'https://support.crowdin.com/account-settings/#api',
    verify: bearer('https://api.crowdin.com/api/v2/user'),
  },
  {
    id: 'crowdin-api-key-older',
    title: 'Crowdin API key (version 1)',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['crowdin'],
    value: [hex(32, 40)],
    rotate: 'Version 1 of the Crowdin API is gone: take the key out and use a personal access token.',
    docs: 'https://support.crowdin.com/developer/api/',
  },
]);
