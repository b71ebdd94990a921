import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const loadmill = provider('Loadmill', [
  {
    id: 'loadmill-api-token',
    title: 'Loadmill API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['loadmill'],
    value: [base62(40)],
    rotate: 'Revoke it in the Loadmill settings under Security, API tokens, and generate one for each pipeline.',
    docs: 'https://docs.loadmill.com/integrations/api-tokens',
    verify: bearer('https://app.loadmill.com/api/v1/labels'),
  },
]);
