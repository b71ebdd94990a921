import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const rebrandly = provider('Rebrandly', [
  {
    id: 'rebrandly-api-key',
    title: 'Rebrandly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['rebrandly'],
    value: [{ ...hex(32), source: '[A-Za-z0-9_]{32}' }],
    rotate:
      'Delete the key on the API page of the Rebrandly dashboard, so that nobody redirects your links, and create another.',
    docs: 'https://developers.rebrandly.com/docs/api-key-authentication',
    verify: header('apikey', 'https://api.rebrandly.com/v1/account'),
  },
]);
