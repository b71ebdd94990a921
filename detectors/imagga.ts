import { provider } from './build/provider.ts';
import { hex, base64 } from './build/value.ts';
import { header } from './build/verify.ts';

export const imagga = provider('Imagga', [
  {
    id: 'imagga-api-secret',
    title: 'Imagga API secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['imagga'],
    value: [hex(32)],
    rotate: 'Reset the credentials on the Imagga dashboard; key and secret change together.',
    docs: 'https://docs.imagga.com/#authentication',
  },
  {
    // Base64 of `acc_`, fifteen hex digits, a colon and 32 hex digits.
    id: 'imagga-basic-authorization',
    title: 'Imagga key and secret as HTTP Basic authorization',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['imagga'],
    anyName: true,
    value: ['YWNjX', base64(65), '=='],
    rotate:
      'Reset the credentials on the Imagga dashboard; the header is made of key and secret and changes with them.',
    docs: 'https://docs.imagga.com/#authentication',
    verify: header('authorization', 'https://api.imagga.com/v2/usage', 'Basic '),
  },
]);
