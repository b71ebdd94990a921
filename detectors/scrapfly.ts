import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const scrapfly = provider('Scrapfly', [
  {
    id: 'scrapfly-api-key',
    title: 'Scrapfly API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    anchors: ['scp-live-', 'scp-test-'],
    value: [either('scp-live-', 'scp-test-'), hex(32)],
    rotate: 'Add a key to the Scrapfly project in the dashboard, move the scrapers, then revoke this one.',
    docs: 'https://scrapfly.io/docs/scrape-api/getting-started',
    verify: get('https://api.scrapfly.io/account?key={value}'),
  },
  {
    id: 'scrapfly-api-key-older',
    title: 'Scrapfly API key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['scrapfly'],
    value: [hex(32)],
    rotate: 'Replace it in the Scrapfly dashboard by a key of the newer form and revoke it.',
    docs: 'https://scrapfly.io/docs/scrape-api/getting-started',
    verify: get('https://api.scrapfly.io/account?key={value}'),
  },
]);
