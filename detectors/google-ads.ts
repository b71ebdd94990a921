import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const googleAds = provider('Google Ads', [
  {
    id: 'google-ads-developer-token',
    title: 'Google Ads developer token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['google ads', 'googleads', 'adwords', 'developer token'],
    value: [base64url(22)],
    rotate:
      'Reset the token in the API Center of the Google Ads manager account; the old one ends at once, its access level stays.',
    docs: 'https://developers.google.com/google-ads/api/docs/get-started/dev-token',
  },
]);
