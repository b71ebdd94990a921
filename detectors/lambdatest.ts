import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const lambdatest = provider('LambdaTest', [
  {
    id: 'lambdatest-access-key',
    title: 'LambdaTest access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'medium',
    value: ['LT_', base62(47)],
    rotate:
      'Regenerate the access key under Account settings, Password & Security in LambdaTest; CI jobs need the new one. Use a service account for them.',
    docs: 'https://www.lambdatest.com/support/docs/using-environment-variables-for-authentication-credentials/',
    verify: basic('{user}:{value}', 'https://api.lambdatest.com/automation/api/v1/org/concurrency'),
  },
  {
    id: 'lambdatest-access-key-older',
    title: 'LambdaTest access key (without prefix)',
    kind: 'access-key',
    identity: 'user',
    severity: 'medium',
    names: ['lambdatest', 'lambda test', 'lt access', 'lt accesskey'],
    value: [base62(50)],
    rotate:
      'Regenerate the access key under Account settings, Password & Security in LambdaTest; CI jobs need the new one.',
    docs: 'https://www.lambdatest.com/support/docs/using-environment-variables-for-authentication-credentials/',
    verify: basic('{user}:{value}', 'https://api.lambdatest.com/automation/api/v1/org/concurrency'),
  },
]);
