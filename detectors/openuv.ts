import { provider } from './build/provider.ts';
import { hex, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const openuv = provider('OpenUV', [
  {
    id: 'openuv-api-key',
    title: 'OpenUV API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    value: ['openuv-', lowerAlnum(10, 20), '-io'],
    rotate: 'Request a fresh key in the OpenUV console and delete the leaked one there.',
    docs: 'https://www.openuv.io/uvindex',
    verify: header('x-access-token', 'https://api.openuv.io/api/v1/stat'),
  },
  {
    id: 'openuv-api-key-older',
    title: 'OpenUV API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['openuv'],
    value: [hex(32)],
    rotate: 'Request a fresh key in the OpenUV console and delete the leaked one there.',
    docs: 'https://www.openuv.io/uvindex',
    verify: header('x-access-token', 'https://api.openuv.io/api/v1/stat'),
  },
]);
