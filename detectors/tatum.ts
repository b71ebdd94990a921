import { provider } from './build/provider.ts';
import { hex, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const tatum = provider('Tatum', [
  {
    id: 'tatum-api-key-older',
    title: 'Tatum API key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['tatum'],
    value: [uuid],
    rotate:
      'Delete the key on the dashboard at dashboard.tatum.io once a new one is deployed; it spends the credits of the plan.',
    docs: 'https://docs.tatum.io/docs/authentication',
    verify: header('x-api-key', 'https://api.tatum.io/v3/ledger/account'),
  },
  {
    id: 'tatum-api-key',
    title: 'Tatum API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['tatum'],
    value: ['t-', hex(24), '-', hex(24)],
    rotate: 'Create a key on the dashboard at dashboard.tatum.io, switch over, and delete this one there.',
    docs: 'https://docs.tatum.io/docs/authentication',
    verify: header('x-api-key', 'https://api.tatum.io/v3/ledger/account'),
  },
]);
