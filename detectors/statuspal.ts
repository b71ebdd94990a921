import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const statuspal = provider('StatusPal', [
  {
    id: 'statuspal-api-key',
    title: 'StatusPal API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['statuspal'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Ask for a new key in the user settings of StatusPal and put it in place of this one, which can change the status page.',
    docs: 'https://www.statuspal.io/api-docs',
  },
]);
