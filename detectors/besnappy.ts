import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const besnappy = provider('Besnappy', [
  {
    id: 'besnappy-api-key',
    title: 'Snappy API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['besnappy'],
    value: [hex(64)],
    rotate: 'Regenerate the key in the account settings of Snappy; it opens the support inbox of the account.',
    docs: 'https://github.com/BeSnappy/api-docs',
    verify: basic('{value}:x', 'https://app.besnappy.com/api/v1/accounts'),
  },
]);
