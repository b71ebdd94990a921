import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const visualStudioAppCenter = provider('Visual Studio App Center', [
  {
    id: 'app-center-api-token',
    title: 'Visual Studio App Center API token (retired)',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['app center'],
    value: [hex(40)],
    rotate:
      'App Center closed in March 2025: take the token out of the code. What still answers is revoked under Account Settings, API Tokens.',
    docs: 'https://learn.microsoft.com/en-us/appcenter/api-docs/',
    verify: header('x-api-token', 'https://api.appcenter.ms/v0.1/user'),
  },
]);
