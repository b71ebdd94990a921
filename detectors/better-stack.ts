import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const betterStack = provider('Better Stack', [
  {
    id: 'better-stack-token',
    title: 'Better Stack token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['better stack', 'better uptime', 'logtail'],
    value: [base62(24)],
    rotate:
      'Remove the API token under Integrations, API tokens, or replace the token of the log source under Sources, and deploy the new one.',
    docs: 'https://betterstack.com/docs/uptime/api/getting-started-with-uptime-api/',
    verify: bearer('https://uptime.betterstack.com/api/v2/monitors'),
  },
]);
