import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** Whether letters of both cases stand in every token is not documented. */
export const autoklose = provider('Autoklose', [
  {
    id: 'autoklose-api-token',
    title: 'Autoklose API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['autoklose'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Generate a new token under Settings, API in Autoklose; only one is valid at a time.',
    docs: 'https://api.aklose.com/',
    verify: get('https://api.autoklose.com/api/me/?api_token={value}'),
  },
]);
