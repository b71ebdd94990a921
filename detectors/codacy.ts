import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const codacy = provider('Codacy', [
  {
    id: 'codacy-project-token',
    title: 'Codacy project API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['codacy'],
    value: [hex(32)],
    rotate:
      'Delete it under Settings, Integrations, Project API of the repository in Codacy; it uploads coverage and reads results.',
    docs: 'https://docs.codacy.com/codacy-api/api-tokens/',
  },
  {
    id: 'codacy-account-token',
    title: 'Codacy account API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['codacy'],
    value: [base62(8), base62(12, 16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Delete the token under Your account, Access management in Codacy; it acts on all organisations of the user.',
    docs: 'https://docs.codacy.com/codacy-api/api-tokens/',
    verify: header('api-token', 'https://app.codacy.com/api/v3/user'),
  },
]);
