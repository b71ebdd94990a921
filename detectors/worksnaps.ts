import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const worksnaps = provider('Worksnaps', [
  {
    id: 'worksnaps-api-token',
    title: 'Worksnaps API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['worksnaps'],
    value: [base62(40)],
    rotate:
      'Fetch a new token under Profile & Settings, Web Service API in Worksnaps, which replaces the one before; screenshots of staff are behind it.',
    docs: 'https://www.worksnaps.com/api/api_doc',
    verify: basic('{value}:ignored', 'https://api.worksnaps.com/api/projects.xml'),
  },
]);
