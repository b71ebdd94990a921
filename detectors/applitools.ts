import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const applitools = provider('Applitools', [
  {
    id: 'applitools-api-key',
    title: 'Applitools API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['applitools', 'x eyes api key'],
    value: [base62(40, 50)],
    rotate:
      'Make another key under Admin, API keys in Applitools Eyes and delete the leaked one; baselines are not affected.',
    docs: 'https://applitools.com/docs/eyes/concepts/admin-features/manage-api-keys',
    verify: header('x-eyes-api-key', 'https://eyes.applitools.com/api/v1/auth/api-key-validation'),
  },
]);
