import { provider } from './build/provider.ts';
import { optional, run, uuid } from './build/value.ts';
import { bearer, header } from './build/verify.ts';

/** Shapes as the SDKs of Checkout.com check them: base32 in small letters and one sign, before that UUIDs. */
export const checkoutCom = provider('Checkout.com', [
  {
    id: 'checkout-secret-key',
    title: 'Checkout.com secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['checkout', 'cko'],
    value: ['sk_', run('a-z2-7', 26), run('a-z2-7*#$=', 1)],
    rotate:
      'Create a secret key with fewer scopes under Developers, Keys in the Dashboard, deploy it, then deactivate and delete this one.',
    docs: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
    verify: bearer('https://api.checkout.com/workflows'),
  },
  {
    id: 'checkout-sandbox-secret-key',
    title: 'Checkout.com sandbox secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['sk_sbox_', run('a-z2-7', 26), run('a-z2-7*#$=', 1)],
    rotate: 'Deactivate it under Developers, Keys of the sandbox Dashboard.',
    docs: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
    verify: bearer('https://api.sandbox.checkout.com/workflows'),
  },
  {
    id: 'checkout-secret-key-older',
    title: 'Checkout.com secret key (previous platform)',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    value: ['sk_', optional('test_'), uuid],
    rotate:
      'Ask Checkout.com for a new key in the Hub, where keys of the former platform are kept; `sk_test_` marks one of the sandbox.',
    docs: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
    verify: header('authorization', 'https://api.checkout.com/event-types'),
  },
]);
