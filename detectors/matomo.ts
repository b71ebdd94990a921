import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const matomo = provider('Matomo', [
  {
    id: 'matomo-auth-token',
    title: 'Matomo API token (token_auth)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['matomo', 'piwik', 'token auth'],
    value: [hex(32)],
    rotate:
      'Delete it under Administration, Personal, Security of its user in Matomo; make the next one for POST requests only.',
    docs: 'https://developer.matomo.org/guides/authentication-in-depth',
  },
]);
