import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const newsapi = provider('NewsAPI', [
  {
    id: 'newsapi-api-key',
    title: 'NewsAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['newsapi', 'news api'],
    value: [hex(32)],
    rotate: 'Regenerate the key at newsapi.org/account; the old one stops.',
    docs: 'https://newsapi.org/docs/authentication',
    verify: header('x-api-key', 'https://newsapi.org/v2/top-headlines/sources'),
  },
]);
