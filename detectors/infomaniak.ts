import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const infomaniak = provider('Infomaniak', [
  {
    id: 'infomaniak-api-token',
    title: 'Infomaniak API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['infomaniak'],
    value: [base64url(60, 100)],
    rotate: 'Delete it under API tokens in the Infomaniak Manager and create another with only the scopes used.',
    docs: 'https://developer.infomaniak.com/getting-started',
    verify: bearer('https://api.infomaniak.com/1/profile'),
  },
]);
