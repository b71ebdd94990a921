import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const zenscrape = provider('Zenscrape', [
  {
    id: 'zenscrape-api-key',
    title: 'Zenscrape API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['zenscrape'],
    value: [uuid],
    rotate: 'Issue another key on the dashboard at app.zenscrape.com and delete this one.',
    docs: 'https://zenscrape.com/documentation/',
    verify: header('apikey', 'https://app.zenscrape.com/api/v1/status'),
  },
]);
