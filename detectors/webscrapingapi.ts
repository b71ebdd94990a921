import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const webscrapingapi = provider('WebScrapingAPI', [
  {
    id: 'webscrapingapi-api-key',
    title: 'WebScrapingAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['webscraping', 'web scraping api'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Reset the key on the WebScrapingAPI dashboard; requests and proxy traffic with it are billed.',
    docs: 'https://docs.webscrapingapi.com/',
  },
]);
