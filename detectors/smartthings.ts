import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const smartthings = provider('SmartThings', [
  {
    id: 'smartthings-personal-access-token',
    title: 'SmartThings personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['smart things'],
    value: [uuid],
    rotate:
      'Delete the token at account.smartthings.com/tokens and make another with only the scopes needed. Tokens made since 2025 end by themselves after a day.',
    docs: 'https://developer.smartthings.com/docs/getting-started/authorization-and-permissions',
    verify: bearer('https://api.smartthings.com/v1/devices'),
  },
]);
