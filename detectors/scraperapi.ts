import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const scraperapi = provider('ScraperAPI', [
  {
    id: 'scraperapi-api-key',
    title: 'ScraperAPI key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['scraperapi', 'scraper api'],
    value: [alnum32],
    rotate: 'Ask for a new key on the ScraperAPI dashboard (Rotate API key), and update the scrapers.',
    docs: 'https://docs.scraperapi.com/',
    verify: get('https://api.scraperapi.com/account?api_key={value}'),
  },
]);
