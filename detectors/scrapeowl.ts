import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const scrapeowl = provider('ScrapeOwl', [
  {
    id: 'scrapeowl-api-key',
    title: 'ScrapeOwl API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['scrapeowl', 'scrape owl'],
    value: [alnum(30)],
    rotate: 'Regenerate the key on the ScrapeOwl dashboard; credits are spent with the former.',
    docs: 'https://scrapeowl.com/docs',
    verify: get('https://api.scrapeowl.com/v1/usage?api_key={value}'),
  },
]);
