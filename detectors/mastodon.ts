import { provider } from './build/provider.ts';
import { hex, base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const mastodon = provider('Mastodon', [
  {
    id: 'mastodon-access-token',
    title: 'Mastodon access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['mastodon', 'fediverse'],
    value: [base64url(43)],
    rotate:
      'Regenerate it on the page of its application under Preferences, Development, or revoke it with POST /oauth/revoke of its server.',
    docs: 'https://docs.joinmastodon.org/client/token/',
    verify: bearer('{server}/api/v1/accounts/verify_credentials'),
  },
  {
    id: 'mastodon-access-token-older',
    title: 'Mastodon access token (hexadecimal)',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['mastodon'],
    value: [hex(64)],
    rotate: 'Regenerate it on the page of its application under Preferences, Development of its server.',
    docs: 'https://docs.joinmastodon.org/client/token/',
    verify: bearer('{server}/api/v1/accounts/verify_credentials'),
  },
]);
