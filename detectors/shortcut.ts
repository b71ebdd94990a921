import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const shortcut = provider('Shortcut', [
  {
    id: 'shortcut-api-token',
    title: 'Shortcut API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['shortcut api', 'shortcut token', 'clubhouse api', 'clubhouse token'],
    value: [uuid],
    rotate:
      'Delete the token in Shortcut under Settings > Your Account > API Tokens; it acts as its owner in all stories.',
    docs: 'https://developer.shortcut.com/api/rest/v3#Authentication',
    verify: header('shortcut-token', 'https://api.app.shortcut.com/api/v3/member'),
  },
]);
