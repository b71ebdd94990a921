import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const scrapeops = provider('ScrapeOps', [
  {
    id: 'scrapeops-api-key',
    title: 'ScrapeOps API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['scrapeops', 'scrape ops'],
    value: [uuid],
    rotate: 'Reset the key in the ScrapeOps account settings; requests through the proxy use up your plan.',
    docs: 'https://scrapeops.io/docs/web-scraping-proxy-api-aggregator/getting-started/api-basics/',
  },
]);
