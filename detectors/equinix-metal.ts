import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const equinixMetal = provider('Equinix Metal', [
  {
    id: 'equinix-metal-api-token',
    title: 'Equinix Metal (Packet) API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['equinix metal', 'metal auth', 'packet auth', 'packet api'],
    value: [base62(32)],
    rotate: 'Equinix ended the Metal service in June 2026: remove the token from the code.',
    docs: 'https://deploy.equinix.com/developers/docs/metal/identity-access-management/api-keys/',
  },
]);
