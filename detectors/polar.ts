import { provider } from './build/provider.ts';
import { base62, either, optional } from './build/value.ts';
import type { Part } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** 37 letters and digits and their CRC-32. */
const checksummed: Part = { ...base62(43), sample: (make) => make.withCrc32Base62('', 37) };

export const polar = provider('Polar', [
  {
    id: 'polar-organization-access-token',
    title: 'Polar organization access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    value: ['polar_oat_', checksummed],
    checks: [{ check: 'crc32-base62', skip: 10, digits: 6 }],
    rotate: 'Delete it in the settings of the Polar organization under Developers and create one with fewer scopes.',
    docs: 'https://polar.sh/docs/integrate/oat',
    verify: bearer('https://api.polar.sh/v1/organizations/'),
  },
  {
    id: 'polar-personal-access-token',
    title: 'Polar personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['polar_pat_', base62(20, 100)],
    rotate: 'Revoke it in the Polar account settings; organization tokens have taken its place.',
    docs: 'https://polar.sh/docs/integrate/oat',
    verify: bearer('https://api.polar.sh/v1/oauth2/userinfo'),
  },
  {
    id: 'polar-oauth-token',
    title: 'Polar OAuth access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['polar_at_', optional(either('u_', 'o_')), base62(20, 100)],
    rotate: 'Disconnect the app in the Polar account settings, which ends its tokens.',
    docs: 'https://polar.sh/docs/integrate/oauth2/introduction',
    verify: bearer('https://api.polar.sh/v1/oauth2/userinfo'),
  },
]);
