import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const pipedream = provider('Pipedream', [
  {
    id: 'pipedream-api-key',
    title: 'Pipedream API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['pipedream'],
    value: [alnum32],
    rotate:
      'Roll the key in the Pipedream account settings; workflows and the accounts connected to them can be used with it.',
    docs: 'https://pipedream.com/docs/rest-api/auth',
    verify: bearer('https://api.pipedream.com/v1/users/me'),
  },
]);
