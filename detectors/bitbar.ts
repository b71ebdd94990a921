import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { basic } from './build/verify.ts';

/** Whether letters of both cases stand in every key is not documented. */
export const bitbar = provider('Bitbar', [
  {
    id: 'bitbar-api-key',
    title: 'BitBar API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['bitbar'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Reset the key under My account in BitBar; test runs on devices are charged to whoever owns it.',
    docs: 'https://support.smartbear.com/bitbar/docs/en/bitbar-rest-api.html',
    verify: basic('{value}:', 'https://cloud.bitbar.com/api/me'),
  },
]);
