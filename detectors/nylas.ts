import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const nylas = provider('Nylas', [
  {
    id: 'nylas-api-key',
    title: 'Nylas API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['nyk_v0_', base62(64)],
    rotate:
      'Generate another API key for the application in the Nylas dashboard, deploy it, then delete this one; it opens the mail of every connected account.',
    docs: 'https://developer.nylas.com/docs/v3/auth/',
    verify: bearer('https://api.us.nylas.com/v3/applications'),
  },
  {
    id: 'nylas-access-token',
    title: 'Nylas access token (API v2)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['nylas'],
    value: [base62(30)],
    rotate:
      'Version 2 of the interface has ended: revoke the token of the account and move to grants and API keys of version 3.',
    docs: 'https://developer.nylas.com/docs/v3/auth/',
  },
]);
