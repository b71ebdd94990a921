import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const contabo = provider('Contabo', [
  {
    id: 'contabo-client-secret',
    title: 'Contabo API client secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'high',
    names: ['contabo client secret', 'contabo secret', 'cntb client secret', 'contabo oauth2 client secret'],
    value: [base62(32)],
    rotate:
      'Generate a new client secret under Account, Security in the Contabo panel; a caller also needs the user name and API password.',
    docs: 'https://api.contabo.com/',
  },
]);
