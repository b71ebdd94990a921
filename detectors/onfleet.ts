import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const onfleet = provider('Onfleet', [
  {
    id: 'onfleet-api-key',
    title: 'Onfleet API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['onfleet'],
    value: [hex(32)],
    rotate:
      'Add a key in the Onfleet dashboard under API & Webhooks, use it, then remove this one; it reaches delivery addresses and drivers.',
    docs: 'https://docs.onfleet.com/reference/authentication',
    verify: basic('{value}:', 'https://onfleet.com/api/v2/auth/test'),
  },
]);
