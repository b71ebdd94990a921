import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const libsql = provider('libSQL', [
  {
    id: 'libsql-auth-token',
    title: 'libSQL database token',
    kind: 'jwt',
    identity: 'workload',
    severity: 'high',
    names: ['libsql', 'sqld'],
    anyName: true,
    value: ['eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.', base64url(40, 600), '.', base64url(86)],
    extract: ['jwt-claims'],
    rotate:
      'Rotate the signing key of the group or database (`turso db tokens invalidate`, or a new key pair for sqld): all tokens of it end together.',
    docs: 'https://docs.turso.tech/cli/db/tokens/invalidate',
  },
]);
