import { provider } from './build/provider.ts';
import { base62, base64url, upperHex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const telnyx = provider('Telnyx', [
  {
    id: 'telnyx-api-key',
    title: 'Telnyx API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['KEY0', upperHex(31), '_', base62(22)],
    rotate:
      'Create an API key under Account Settings, Keys & Credentials in the Telnyx portal, deploy it, then delete this one: it sends messages, calls and buys numbers.',
    docs: 'https://developers.telnyx.com/api/authentication',
    verify: bearer('https://api.telnyx.com/v2/balance'),
  },
  {
    id: 'telnyx-api-key-older',
    title: 'Telnyx API key (older form)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['telnyx'],
    anyName: true,
    value: ['KEY', base64url(55)],
    rotate: 'Delete it under Account Settings, Keys & Credentials in the Telnyx portal when a new key is in place.',
    docs: 'https://developers.telnyx.com/api/authentication',
    verify: bearer('https://api.telnyx.com/v2/balance'),
  },
]);
