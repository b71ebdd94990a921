import { provider } from './build/provider.ts';
import { base62, base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const nozbe = provider('Nozbe', [
  {
    id: 'nozbe-api-token',
    title: 'Nozbe API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['nozbe'],
    value: [base62(16), '_', base64url(64)],
    rotate: 'Delete it in Nozbe under Settings, API tokens, and add another.',
    docs: 'https://nozbe.help/advancedfeatures/api/',
    verify: header('authorization', 'https://api4.nozbe.com/v1/api/users'),
  },
]);
