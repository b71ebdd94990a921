import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const devTo = provider('DEV', [
  {
    id: 'dev-to-api-key',
    title: 'DEV (Forem) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['devto', 'dev to', 'forem'],
    value: [base62(24)],
    rotate: 'Revoke it under Settings, Extensions, DEV Community API Keys and generate another.',
    docs: 'https://developers.forem.com/api',
    verify: header('api-key', 'https://dev.to/api/users/me'),
  },
]);
