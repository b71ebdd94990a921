import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const buttercms = provider('ButterCMS', [
  {
    id: 'buttercms-api-token',
    title: 'ButterCMS API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['buttercms', 'butter cms'],
    value: [hex(40)],
    rotate:
      'Regenerate the read or write token under Settings, API Tokens in ButterCMS and redeploy the sites that use it.',
    docs: 'https://buttercms.com/docs/api/#authentication',
    verify: get('https://api.buttercms.com/v2/posts/?auth_token={value}&page_size=1'),
  },
]);
