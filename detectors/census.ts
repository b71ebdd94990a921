import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const census = provider('Census', [
  {
    id: 'census-api-token',
    title: 'Census API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['census'],
    value: ['secret-token:', base64url(20, 80)],
    rotate:
      'Regenerate the token under the API access settings of the Census workspace; it moves customer data between systems.',
    docs: 'https://developers.getcensus.com/api-reference/introduction/authorization',
    verify: bearer('https://app.getcensus.com/api/v1/destinations'),
  },
]);
