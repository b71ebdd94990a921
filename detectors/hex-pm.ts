import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const hexPm = provider('Hex.pm', [
  {
    id: 'hex-pm-api-key',
    title: 'Hex.pm API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['hex api', 'hexpm', 'hex pm'],
    value: [hex(32)],
    rotate:
      'Revoke it with `mix hex.user key revoke KEYNAME` (or under Keys of the organization) and generate another with only the permissions needed.',
    docs: 'https://hexdocs.pm/hex/Mix.Tasks.Hex.User.html',
    verify: header('authorization', 'https://hex.pm/api/users/me'),
  },
]);
