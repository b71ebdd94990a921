import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

// Other vendors begin their keys with sk_live_ too: Paystack goes on with 40 hex digits, WorkOS and Highnote with
// `key_` in base64, Clerk with 42 characters under a name of its own; see their detectors.

const docs = 'https://docs.stripe.com/keys';

export const stripe: readonly Detector[] = [
  {
    id: 'stripe-secret-key',
    title: 'Stripe secret key (live)',
    provider: 'Stripe',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['sk_live_', 'sk_prod_'],
      pattern: token(/sk_(?:live|prod)_(?!a2V5Xz|[0-9a-f]{40}(?!\w)|[A-Za-z0-9]{42}(?!\w))[A-Za-z0-9]{24,247}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Roll the key at dashboard.stripe.com/apikeys with no grace period, deploy the new one, and read the request log.',
    docs,
    examples: {
      match: (make) => [
        exampleLine('STRIPE_SECRET_KEY=', `sk_live_${make(make.base62, 24)}`),
        exampleLine('stripe.api_key = "', `sk_live_51${make(make.base62, 97)}`, '"'),
      ],
      noMatch: (make) => [
        'STRIPE_SECRET_KEY=sk_live_...',
        `STRIPE_SECRET_KEY=sk_live_${'x'.repeat(24)}`,
        `STRIPE_SECRET_KEY=sk_live_${make(make.base62, 12)}`,
        `STRIPE_KEY=pk_live_${make(make.base62, 24)}`,
        `PAYSTACK_SECRET_KEY=sk_live_${make(make.hex, 40)}`,
      ],
    },
  },
  {
    id: 'stripe-restricted-key',
    title: 'Stripe restricted key (live)',
    provider: 'Stripe',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['rk_live_', 'rk_prod_'],
      pattern: token(/rk_(?:live|prod)_[A-Za-z0-9]{24,247}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Roll the key at dashboard.stripe.com/apikeys with no grace period and deploy the new one.',
    docs: 'https://docs.stripe.com/keys/restricted-api-keys',
    examples: {
      match: (make) => [exampleLine('STRIPE_API_KEY=', `rk_live_51${make(make.base62, 97)}`)],
      noMatch: (make) => [
        `STRIPE_API_KEY=rk_live_${'x'.repeat(24)}`,
        `STRIPE_API_KEY=rk_live_${make(make.base62, 10)}`,
        `mark_live_${make(make.base62, 24)}`,
      ],
    },
  },
  {
    id: 'stripe-test-key',
    title: 'Stripe secret or restricted key (test mode)',
    provider: 'Stripe',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['sk_test_', 'rk_test_'],
      pattern: token(/[sr]k_test_(?!a2V5Xz|[0-9a-f]{40}(?!\w)|[A-Za-z0-9]{42}(?!\w))[A-Za-z0-9]{24,247}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Roll the key at dashboard.stripe.com/test/apikeys; it moves no money but reads and changes test data.',
    docs,
    examples: {
      match: (make) => [
        exampleLine('STRIPE_SECRET_KEY=', `sk_test_${make(make.base62, 24)}`),
        exampleLine('key: ', `rk_test_51${make(make.base62, 97)}`),
      ],
      noMatch: (make) => [
        'STRIPE_SECRET_KEY=sk_test_your_key_here',
        `STRIPE_SECRET_KEY=sk_test_${'x'.repeat(24)}`,
        `STRIPE_SECRET_KEY=pk_test_${make(make.base62, 24)}`,
      ],
    },
  },
  {
    id: 'stripe-webhook-secret',
    title: 'Webhook signing secret (Stripe, Svix)',
    provider: 'Stripe',
    kind: 'signing-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['whsec_'],
      // Stripe's are letters and digits; Svix, which many vendors send webhooks with, uses base64 after the same word.
      pattern: /(?<!(?<!\\)\w)whsec_[A-Za-z0-9+/]{24,160}={0,2}(?![\w+/=-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Roll the signing secret of the endpoint at dashboard.stripe.com/webhooks (or of the sender) and deploy the new one.',
    docs: 'https://docs.stripe.com/webhooks#verify-official-libraries',
    examples: {
      match: (make) => [
        exampleLine('STRIPE_WEBHOOK_SECRET=', `whsec_${make(make.base62, 32)}`),
        exampleLine('CLERK_WEBHOOK_SECRET="', `whsec_${make(make.base62, 32)}`, '"'),
      ],
      noMatch: (make) => [
        'STRIPE_WEBHOOK_SECRET=whsec_your_webhook_secret',
        `STRIPE_WEBHOOK_SECRET=whsec_${'x'.repeat(32)}`,
        `STRIPE_WEBHOOK_SECRET=whsec_${make(make.base62, 10)}`,
      ],
    },
  },
];
