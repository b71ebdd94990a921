import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const securitytrails = provider('SecurityTrails', [
  {
    id: 'securitytrails-api-key',
    title: 'SecurityTrails API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['securitytrails', 'security trails'],
    value: [{ ...hex(32), source: '[A-Za-z0-9_-]{32}' }],
    rotate: 'Create another key in the SecurityTrails console under Credentials, then delete this one.',
    docs: 'https://docs.securitytrails.com/docs/authentication',
    verify: header('apikey', 'https://api.securitytrails.com/v1/ping'),
  },
]);
