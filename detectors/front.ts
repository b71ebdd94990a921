import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const front = provider('Front', [
  {
    id: 'front-api-token',
    title: 'Front API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['fpt_', base64url(40, 100)],
    rotate:
      'Delete the token under Settings, Developers, API tokens in Front and create one with fewer scopes: it reads and sends mail of the team.',
    docs: 'https://dev.frontapp.com/docs/authentication',
    verify: bearer('https://api2.frontapp.com/me'),
  },
]);
