import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const restpack = provider('Restpack', [
  {
    id: 'restpack-api-key',
    title: 'Restpack access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['restpack'],
    value: [base62(48)],
    rotate: 'Replace the access token in the Restpack console.',
    docs: 'https://restpack.io/html2pdf/docs',
    verify: get('https://restpack.io/api/screenshot/usage?access_token={value}'),
  },
]);
