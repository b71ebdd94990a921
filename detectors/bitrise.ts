import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const bitrise = provider('Bitrise', [
  {
    id: 'bitrise-access-token',
    title: 'Bitrise access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['bitrise'],
    value: [base64url(60, 120)],
    rotate:
      'Revoke it under Account settings, Security, Personal access tokens, or among the API tokens of the workspace.',
    docs: 'https://docs.bitrise.io/en/bitrise-platform/accounts/personal-access-tokens.html',
    verify: header('authorization', 'https://api.bitrise.io/v0.1/me'),
  },
]);
