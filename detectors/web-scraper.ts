import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const webScraper = provider('Web Scraper', [
  {
    id: 'web-scraper-api-token',
    title: 'Web Scraper Cloud API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['web scraper'],
    value: [base62(60)],
    rotate: 'Reset the token on the API page of cloud.webscraper.io; scrapes started with it use up page credits.',
    docs: 'https://webscraper.io/documentation/web-scraper-cloud/api',
    verify: get('https://api.webscraper.io/api/v1/account?api_token={value}'),
  },
]);
