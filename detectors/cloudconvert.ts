import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const cloudconvert = provider('CloudConvert', [
  {
    id: 'cloudconvert-api-key',
    title: 'CloudConvert API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['cloudconvert', 'cloud convert'],
    value: [base64url(30, 60), '.', base64url(200, 600), '.', base64url(600, 700)],
    rotate:
      'Revoke the key under Dashboard, Authorization, API Keys in CloudConvert; a JWT it may be, but revoking ends it.',
    docs: 'https://cloudconvert.com/api/v2#authentication',
    verify: bearer('https://api.cloudconvert.com/v2/users/me'),
  },
]);
