import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const livekit = provider('LiveKit', [
  {
    id: 'livekit-api-key',
    title: 'LiveKit API key',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['livekit'],
    anyName: true,
    value: ['API', base62(10, 17)],
    checks: [{ check: 'mixed', classes: 'l' }],
    identifier: true,
    rotate: 'Revoke the pair it belongs to in LiveKit Cloud under Settings, Keys.',
    docs: 'https://docs.livekit.io/home/cloud/keys-and-tokens/',
  },
  {
    id: 'livekit-api-secret',
    title: 'LiveKit API secret',
    kind: 'signing-key',
    identity: 'app',
    severity: 'high',
    names: ['livekit'],
    value: [base62(40, 46)],
    pairsWith: { detector: 'livekit-api-key', withinBytes: 600 },
    rotate:
      'Create a new pair in LiveKit Cloud under Settings, Keys (or in the keys of the server), switch over, then revoke the one with this secret: it signs tokens for any room.',
    docs: 'https://docs.livekit.io/home/cloud/keys-and-tokens/',
  },
]);
