import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const keycdn = provider('KeyCDN', [
  {
    id: 'keycdn-api-key',
    title: 'KeyCDN API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['keycdn', 'key cdn'],
    value: [hex(40)],
    rotate:
      'Replace the secret API key in the KeyCDN account settings under Authentication; it can purge and delete zones.',
    docs: 'https://www.keycdn.com/api',
    verify: basic('{value}:', 'https://api.keycdn.com/zones.json'),
  },
]);
