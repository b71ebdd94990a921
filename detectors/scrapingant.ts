import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const scrapingant = provider('ScrapingAnt', [
  {
    id: 'scrapingant-api-key',
    title: 'ScrapingAnt API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['scrapingant', 'scraping ant'],
    value: [alnum32],
    rotate: 'Refresh the API token in the ScrapingAnt dashboard.',
    docs: 'https://docs.scrapingant.com/request-response-format',
    verify: get('https://api.scrapingant.com/v2/usage?x-api-key={value}'),
  },
]);
