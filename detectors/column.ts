import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { basic } from './build/verify.ts';

export const column = provider('Column', [
  {
    id: 'column-api-key',
    title: 'Column API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['column api', 'column key', 'column token', 'column bank', 'column secret', 'column live', 'column test'],
    value: [either('live_', 'test_'), base62(27)],
    rotate:
      'Create another key under Platform, API keys in the Column dashboard, deploy it, and revoke this one: a live key moves money.',
    docs: 'https://column.com/docs/guides/authentication',
    verify: basic(':{value}', 'https://api.column.com/entities'),
  },
]);
