import { provider } from './build/provider.ts';
import { base62, base64url, either } from './build/value.ts';

export const gitpod = provider('Gitpod', [
  {
    id: 'gitpod-personal-access-token',
    title: 'Gitpod personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    anchors: ['gitpod_pat_', 'ona_pat_'],
    value: [either('gitpod_pat_', 'ona_pat_'), base64url(43), '.', base62(40)],
    rotate:
      'Delete the token under User Settings, Access Tokens (or regenerate it there) and give the new one an early expiry.',
    docs: 'https://www.gitpod.io/docs/configure/user-settings/access-tokens',
  },
]);
