import { provider } from './build/provider.ts';
import { run, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const logzIo = provider('Logz.io', [
  {
    id: 'logz-io-api-token',
    title: 'Logz.io API token',
    kind: 'access-token',
    identity: 'account-root',
    severity: 'medium',
    names: ['logzio', 'logz io'],
    value: [uuid],
    rotate:
      'Delete it in Logz.io under Settings, Tools, Manage tokens, API tokens, and create another for the same account.',
    docs: 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/api-tokens/',
    verify: header('x-api-token', 'https://api.logz.io/v1/account-management/whoami'),
  },
  {
    id: 'logz-io-shipping-token',
    title: 'Logz.io shipping token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['logzio', 'logz io'],
    value: [run('A-Za-z', 32)],
    checks: [{ check: 'mixed', classes: 'ul' }],
    rotate:
      'Add a shipping token in Logz.io under Settings, Tools, Manage tokens, switch shippers over, then disable this one; it only sends.',
    docs: 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/log-shipping-tokens/',
  },
]);
