import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

// The beginning is that of Stripe's keys; 40 hex digits tell them apart.

export const paystack: readonly Detector[] = [
  {
    id: 'paystack-secret-key',
    title: 'Paystack secret key (live)',
    provider: 'Paystack',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: { anchors: ['sk_live_'], pattern: token(/sk_live_[0-9a-f]{40}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new secret key in the Paystack dashboard under Settings > API keys and deploy it.',
    docs: 'https://paystack.com/docs/api/authentication/',
    examples: {
      match: (make) => [exampleLine('PAYSTACK_SECRET_KEY=', `sk_live_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `PAYSTACK_SECRET_KEY=sk_live_${'0'.repeat(40)}`,
        `PAYSTACK_SECRET_KEY=sk_live_${make(make.hex, 32)}`,
        `STRIPE_SECRET_KEY=sk_live_${make(make.base62, 24)}`,
      ],
    },
  },
  {
    id: 'paystack-test-secret-key',
    title: 'Paystack secret key (test)',
    provider: 'Paystack',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['sk_test_'], pattern: token(/sk_test_[0-9a-f]{40}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new test key in the Paystack dashboard under Settings > API keys; it moves no money.',
    docs: 'https://paystack.com/docs/api/authentication/',
    examples: {
      match: (make) => [exampleLine('PAYSTACK_SECRET_KEY=', `sk_test_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `PAYSTACK_SECRET_KEY=sk_test_${'0'.repeat(40)}`,
        `PAYSTACK_SECRET_KEY=sk_test_${make(make.hex, 39)}`,
      ],
    },
  },
];
