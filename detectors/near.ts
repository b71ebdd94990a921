import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const near = provider('NEAR Protocol', [
  {
    id: 'near-private-key',
    title: 'NEAR Protocol private key',
    kind: 'private-key',
    identity: 'user',
    severity: 'critical',
    value: ['ed25519:', run('1-9A-HJ-NP-Za-km-z', 86, 88)],
    rotate:
      'Add a new full access key to the account and delete this one (`near account delete-keys`), moving funds first if others may hold it.',
    docs: 'https://docs.near.org/protocol/access-keys',
  },
]);
