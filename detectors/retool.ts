import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** The part behind the prefix is a ULID, whose time begins with 01. */
export const retool = provider('Retool', [
  {
    id: 'retool-api-token',
    title: 'Retool API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    value: ['retool_01', run('0-9a-hjkmnp-tv-z', 24)],
    rotate:
      'Revoke the token in Retool under Settings > API and create one with only the scopes needed; resources and users can be managed with it.',
    docs: 'https://docs.retool.com/org-users/guides/retool-api/authentication',
    verify: bearer('https://api.retool.com/api/v2/spaces'),
  },
]);
