import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const scrapingbee = provider('ScrapingBee', [
  {
    id: 'scrapingbee-api-key',
    title: 'ScrapingBee API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['scrapingbee', 'scraping bee'],
    value: [upperAlnum(80)],
    rotate: 'Regenerate the key on the ScrapingBee dashboard; credits go to whoever holds the former.',
    docs: 'https://www.scrapingbee.com/documentation/',
    verify: get('https://app.scrapingbee.com/api/v1/usage?api_key={value}'),
  },
]);
