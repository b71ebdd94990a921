import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const coze = provider('Coze', [
  {
    id: 'coze-personal-access-token',
    title: 'Coze personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['coze'],
    anyName: true,
    value: ['pat_', base62(64)],
    rotate:
      'Delete the token on the Personal Access Tokens page of the Coze API settings and make one with fewer workspaces and an expiry.',
    docs: 'https://www.coze.com/docs/developer_guides/pat',
    verify: bearer('https://api.coze.com/v1/workspaces'),
  },
]);
