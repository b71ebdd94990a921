import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const wise = provider('Wise', [
  {
    id: 'wise-api-token',
    title: 'Wise API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['transfer wise', 'wise api', 'wise token'],
    value: [uuid],
    rotate:
      'Revoke the token under Settings, API tokens of the Wise account and add another, limited to reading where that is enough; full tokens set up transfers.',
    docs: 'https://docs.wise.com/api-docs/features/authentication-access',
    verify: bearer('https://api.wise.com/v1/profiles'),
  },
]);
