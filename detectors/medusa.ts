import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const medusa = provider('Medusa', [
  {
    id: 'medusa-secret-api-key',
    title: 'Medusa secret API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['medusa'],
    anyName: true,
    value: ['sk_', hex(64)],
    rotate: 'Revoke it in the Medusa admin under Settings, Secret API Keys, after another took its place.',
    docs: 'https://docs.medusajs.com/user-guide/settings/developer/secret-api-keys',
    verify: basic('{value}:', '{server}/admin/users/me'),
  },
]);
