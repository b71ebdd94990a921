import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const unkey = provider('Unkey', [
  {
    id: 'unkey-root-key',
    title: 'Unkey root key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['unkey_', base62(20, 32)],
    rotate:
      'Delete the root key under Settings, Root Keys of the Unkey dashboard after another with the same permissions is in place.',
    docs: 'https://www.unkey.com/docs/security/root-keys',
  },
]);
