import { provider } from './build/provider.ts';
import { base64url, run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const workato = provider('Workato', [
  {
    id: 'workato-api-token',
    title: 'Workato API client token',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    anchors: ['wrka'],
    value: ['wrka', run('a-z', 0, 2), '-eyJ', base64url(10, 200), '.', base64url(16, 800), '.', base64url(64, 700)],
    rotate:
      'Regenerate the token of the API client under Workspace admin, API clients in Workato; recipes and connections are open to it until then.',
    docs: 'https://docs.workato.com/workato-api.html',
    verify: bearer('https://www.workato.com/api/users/me'),
  },
]);
