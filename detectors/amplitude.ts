import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const amplitude = provider('Amplitude', [
  {
    id: 'amplitude-secret-key',
    title: 'Amplitude secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['amplitude secret', 'amplitude api secret'],
    value: [hex(32)],
    pairsWith: { detector: 'amplitude-api-key', withinBytes: 600 },
    rotate:
      'Renew the secret key under Settings, Organization settings, Projects; exports that use the former one fail from then on.',
    docs: 'https://amplitude.com/docs/apis/keys-and-tokens',
    verify: basic('{id}:{value}', 'https://amplitude.com/api/2/taxonomy/category'),
  },
  {
    id: 'amplitude-api-key',
    title: 'Amplitude API key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['amplitude api key', 'amplitude key'],
    anyName: true,
    value: [hex(32)],
    identifier: true,
    rotate: 'Ships with every client and can only write events; what must stay secret is the secret key.',
    docs: 'https://amplitude.com/docs/apis/keys-and-tokens',
  },
]);
