import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const comet = provider('Comet ML', [
  {
    id: 'comet-api-key',
    title: 'Comet API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['comet api', 'comet ml', 'comet rest', 'comet key', 'opik api'],
    value: [base62(25)],
    rotate:
      'Regenerate the key under Account settings, API keys in Comet; experiments that still run with the former lose their log.',
    docs: 'https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/',
    verify: header('authorization', 'https://www.comet.com/api/rest/v2/account-details'),
  },
]);
