import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const userflow = provider('Userflow', [
  {
    id: 'userflow-api-key',
    title: 'Userflow API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['userflow'],
    value: [run('a-z0-9_', 29)],
    rotate:
      'Create a key under Settings, API in Userflow, switch the backend over, then delete the leaked one; it reads and changes user profiles.',
    docs: 'https://docs.userflow.com/api',
    verify: bearer('https://api.userflow.com/users?limit=1'),
  },
]);
