import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const browserstack = provider('BrowserStack', [
  {
    id: 'browserstack-access-key',
    title: 'BrowserStack access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'medium',
    names: ['browserstack', 'browser stack'],
    value: [base62(20)],
    rotate:
      'Reset it under Account, Summary, or with a PUT to `/automate/recycle_key.json`; the former key ends at once, so deploy the new one to all pipelines.',
    docs: 'https://www.browserstack.com/docs/automate/api-reference/selenium/introduction',
    verify: basic('{username}:{value}', 'https://api.browserstack.com/automate/plan.json'),
  },
]);
