import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const tiktok = provider('TikTok', [
  {
    id: 'tiktok-marketing-access-token',
    title: 'TikTok for Business access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['tiktok access', 'tiktok token', 'tiktok marketing', 'tiktok ads', 'tiktok business'],
    value: [hex(40)],
    rotate:
      'The token has no end: revoke it with the oauth2/revoke_token call of the Marketing API, or have the advertiser remove the app in TikTok Business Center.',
    docs: 'https://business-api.tiktok.com/portal/docs',
  },
]);
