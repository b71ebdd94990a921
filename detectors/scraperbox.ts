import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';

export const scraperbox = provider('ScraperBox', [
  {
    id: 'scraperbox-api-token',
    title: 'ScraperBox API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['scraperbox', 'scraper box'],
    value: [{ ...upperHex(32), source: '[A-Z0-9]{32}' }],
    rotate: 'Contact ScraperBox to have the token of the account replaced.',
    docs: 'https://scraperbox.com/',
  },
]);
