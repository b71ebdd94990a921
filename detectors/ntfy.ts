import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const ntfy = provider('ntfy', [
  {
    id: 'ntfy-access-token',
    title: 'ntfy access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    value: ['tk_', base62(29)],
    rotate:
      'Remove it with `ntfy token remove USER TOKEN` on the server, or under Account, Access tokens in the web app, and make another.',
    docs: 'https://docs.ntfy.sh/config/#access-tokens',
    verify: bearer('{server}/v1/account'),
  },
]);
