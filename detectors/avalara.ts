import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const avalara = provider('Avalara', [
  {
    id: 'avalara-license-key',
    title: 'Avalara license key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['avalara license', 'avatax license', 'avalara licence', 'avatax licence', 'avalara key'],
    value: [upperHex(16)],
    rotate:
      'Generate a new license key under Settings, License and API keys in AvaTax; the account has only one, so the old one ends at once.',
    docs: 'https://developer.avalara.com/avatax/authentication-in-rest/',
    verify: basic('{account}:{value}', 'https://rest.avatax.com/api/v2/utilities/subscriptions'),
  },
]);
