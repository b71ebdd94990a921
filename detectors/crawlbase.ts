import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

export const crawlbase = provider('Crawlbase', [
  {
    id: 'crawlbase-token',
    title: 'Crawlbase (ProxyCrawl) token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['proxycrawl', 'proxy crawl', 'crawlbase'],
    value: [base64url(22)],
    rotate: 'Have the token replaced in the Crawlbase dashboard; crawls by others are billed to you.',
    docs: 'https://crawlbase.com/docs/crawling-api/',
    verify: get('https://api.crawlbase.com/account?token={value}&product=crawling-api'),
  },
]);
