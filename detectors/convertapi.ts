import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer, get } from './build/verify.ts';

export const convertapi = provider('ConvertAPI', [
  {
    id: 'convertapi-secret',
    title: 'ConvertAPI secret',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['convertapi'],
    value: [base62(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Renew the secret on the authentication page of the ConvertAPI account; conversions are charged to it.',
    docs: 'https://docs.convertapi.com/docs/authentication',
    verify: get('https://v2.convertapi.com/user?Secret={value}'),
  },
  {
    id: 'convertapi-token',
    title: 'ConvertAPI production token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['convertapi', 'convert api'],
    value: ['secret_', base62(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Delete the token on the authentication page of the ConvertAPI account and create another for the same environment.',
    docs: 'https://docs.convertapi.com/docs/authentication',
    verify: bearer('https://v2.convertapi.com/user'),
  },
]);
