import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { basic } from './build/verify.ts';

export const sauceLabs = provider('Sauce Labs', [
  {
    id: 'sauce-labs-access-key',
    title: 'Sauce Labs access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'high',
    names: ['sauce access', 'saucelabs', 'sauce labs', 'sauce key', 'sauce api'],
    value: [uuid],
    rotate:
      'Regenerate the access key in Sauce Labs under Account > User Settings; test runs and their recordings are open to it.',
    docs: 'https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/',
    verify: basic('{username}:{value}', 'https://api.us-west-1.saucelabs.com/rest/v1/users/{username}'),
  },
]);
