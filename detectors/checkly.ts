import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const checkly = provider('Checkly', [
  {
    id: 'checkly-api-key',
    title: 'Checkly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['checkly'],
    value: ['cu_', base62(8), base62(16, 24)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Delete the key under User settings, API keys in Checkly; pipelines are better served by a service key of the account.',
    docs: 'https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/',
    verify: {
      method: 'GET',
      url: 'https://api.checklyhq.com/v1/checks?limit=1',
      headers: { authorization: 'Bearer {value}', 'x-checkly-account': '{account}' },
    },
  },
  {
    id: 'checkly-api-key-older',
    title: 'Checkly API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['checkly'],
    value: [hex(32)],
    rotate: 'Replace it by a key of the present form from User settings, API keys, and delete it.',
    docs: 'https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/',
    verify: bearer('https://api.checklyhq.com/v1/accounts'),
  },
]);
