import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const caflou = provider('Caflou', [
  {
    id: 'caflou-api-token',
    title: 'Caflou API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['caflou'],
    value: [run('A-Za-z0-9._-', 150, 160)],
    rotate:
      'Generate a new token in the profile of the user in Caflou; projects, invoices and contacts are open to the old one until then.',
    docs: 'https://developers.caflou.com/',
    verify: bearer('https://app.caflou.com/api/v1/accounts'),
  },
]);
