import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const tyntec = provider('tyntec', [
  {
    id: 'tyntec-api-key',
    title: 'tyntec API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['tyntec'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Create a key under API Settings in the tyntec Business Center, deploy it, then delete this one: messages are billed to the account.',
    docs: 'https://api.tyntec.com/reference/',
    verify: header('apikey', 'https://api.tyntec.com/2fa/v1/application'),
  },
]);
