import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const kylas = provider('Kylas', [
  {
    id: 'kylas-api-key',
    title: 'Kylas API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['kylas'],
    value: [uuid],
    rotate: 'Revoke the key under API Key in the Kylas settings of its user, then generate another.',
    docs: 'https://support.kylas.io/portal/en/kb/articles/api-key',
    verify: header('api-key', 'https://api.kylas.io/v1/users/me'),
  },
]);
