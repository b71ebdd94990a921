import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const braveSearch = provider('Brave Search', [
  {
    id: 'brave-search-api-key',
    title: 'Brave Search API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['brave', 'x subscription token'],
    value: ['BSA', base64url(24, 40)],
    rotate:
      'Create a key for each use under API Keys at api-dashboard.search.brave.com and delete this one; queries on it are charged.',
    docs: 'https://api-dashboard.search.brave.com/app/documentation/web-search/get-started',
    verify: header('x-subscription-token', 'https://api.search.brave.com/res/v1/web/search?q=brave&count=1'),
  },
]);
