import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const nimble = provider('Nimble', [
  {
    id: 'nimble-api-key',
    title: 'Nimble CRM API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['nimble'],
    value: [base62(30)],
    rotate: 'Delete the token in Nimble under Settings, API Token, and generate another.',
    docs: 'https://nimble.readthedocs.io/en/latest/',
    verify: bearer('https://app.nimble.com/api/v1/myself'),
  },
]);
