import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const codemagic = provider('Codemagic', [
  {
    id: 'codemagic-api-token',
    title: 'Codemagic API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['codemagic'],
    value: [base64url(43)],
    rotate:
      'Regenerate it under Teams, Personal account, Integrations, Codemagic API: it starts builds that hold signing keys.',
    docs: 'https://docs.codemagic.io/rest-api/codemagic-rest-api/',
    verify: header('x-auth-token', 'https://api.codemagic.io/apps'),
  },
]);
