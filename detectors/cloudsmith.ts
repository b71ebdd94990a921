import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const cloudsmith = provider('Cloudsmith', [
  {
    id: 'cloudsmith-api-key',
    title: 'Cloudsmith API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['csa_', hex(30), base62(6)],
    rotate:
      'Refresh the key under User settings, API Key in Cloudsmith, or that of the service account in the workspace; check packages published meanwhile.',
    docs: 'https://docs.cloudsmith.com/accounts-and-teams/api-key',
    verify: header('x-api-key', 'https://api.cloudsmith.io/v1/user/self/'),
  },
  {
    id: 'cloudsmith-api-key-older',
    title: 'Cloudsmith API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['cloudsmith'],
    value: [hex(40)],
    rotate: 'Refresh it under User settings, API Key in Cloudsmith, which gives a key of the present form.',
    docs: 'https://docs.cloudsmith.com/accounts-and-teams/api-key',
    verify: header('x-api-key', 'https://api.cloudsmith.io/v1/user/self/'),
  },
]);
