import { provider } from './build/provider.ts';
import { base62, base64, either, optional, run } from './build/value.ts';

export const authress = provider('Authress', [
  {
    id: 'authress-access-key',
    title: 'Authress service client access key',
    kind: 'access-key',
    identity: 'service-account',
    severity: 'critical',
    value: [
      either('sc_', 'ext_', 'scauth_', 'authress_'),
      base62(5, 30),
      '.',
      base62(4, 6),
      '.acc',
      either('_', '-'),
      run('a-z0-9-', 10, 32),
      '.',
      base64(16),
      base64(14, 104),
      optional('='),
    ],
    anchors: ['.acc'],
    rotate: 'Add a second key to the service client in the Authress console, deploy it, then delete this one.',
    docs: 'https://authress.io/knowledge-base/docs/authorization/service-clients/access-keys/',
  },
]);
