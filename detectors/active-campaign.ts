import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const activeCampaign = provider('ActiveCampaign', [
  {
    id: 'activecampaign-api-key',
    title: 'ActiveCampaign API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['active campaign'],
    value: [hex(64, 72)],
    rotate:
      'Reset the API key of the user under Settings, Developer; whoever used the previous one is cut off immediately.',
    docs: 'https://developers.activecampaign.com/reference/authentication',
    verify: header('api-token', 'https://{account}.api-us1.com/api/3/users/me'),
  },
]);
