import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Whether letters of both cases stand in every key is not documented. */
export const apimetrics = provider('ApiMetrics', [
  {
    id: 'apimetrics-api-key',
    title: 'APImetrics API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['apimetrics'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Issue another key on the API keys page of the project in APImetrics, then delete the former.',
    docs: 'https://docs.apimetrics.io/',
    verify: bearer('https://client.apimetrics.io/api/2/calls/'),
  },
]);
