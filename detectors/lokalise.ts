import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const lokalise = provider('Lokalise', [
  {
    id: 'lokalise-api-token',
    title: 'Lokalise API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['lokalise'],
    value: [lowerAlnum(40)],
    rotate:
      'Generate another token in the Lokalise profile under API tokens and delete this one; a read-only token does for pulling translations.',
    docs: 'https://developers.lokalise.com/reference/api-authentication',
    verify: header('x-api-token', 'https://api.lokalise.com/api2/projects?limit=1'),
  },
]);
