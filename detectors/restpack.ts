import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const key = alnum(48);

export const restpack = provider('Restpack', [
  {
    id: 'restpack-api-key',
    title: 'Restpack access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['restpack'],
    value: [key],
    rotate: 'Replace the access token in the Restpack console.',
    docs: 'https://restpack.io/html2pdf/docs',
    verify: get('https://restpack.io/api/screenshot/usage?access_token={value}'),
  },
]);
