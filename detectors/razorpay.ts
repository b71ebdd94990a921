import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const razorpay: readonly Detector[] = [
  {
    id: 'razorpay-key-id',
    title: 'Razorpay key id',
    provider: 'Razorpay',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    match: {
      anchors: ['rzp_live_', 'rzp_test_'],
      pattern: token(/rzp_(?:live|test)_[A-Za-z0-9]{14}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'The id is public; when its secret leaked, regenerate the key at dashboard.razorpay.com under API keys.',
    docs: 'https://razorpay.com/docs/api/authentication/',
    examples: {
      match: (make) => [exampleLine('RAZORPAY_KEY_ID=', `rzp_live_${make(make.base62, 14)}`)],
      noMatch: (make) => [
        `RAZORPAY_KEY_ID=rzp_live_${'x'.repeat(14)}`,
        `RAZORPAY_KEY_ID=rzp_live_${make(make.base62, 8)}`,
      ],
    },
  },
  {
    id: 'razorpay-key-secret',
    title: 'Razorpay key secret',
    provider: 'Razorpay',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['razorpay'],
      ignoreCase: true,
      pattern: assignment('razorpay[\\w.-]{0,16}secret', '[A-Za-z0-9]{24}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'razorpay-key-id', withinBytes: 512 },
    rotate: 'Regenerate the key at dashboard.razorpay.com under API keys with the shortest grace period and deploy it.',
    docs: 'https://razorpay.com/docs/api/authentication/',
    examples: {
      match: (make) => [exampleLine('RAZORPAY_KEY_SECRET=', make(make.base62, 24))],
      noMatch: (make) => [
        `RAZORPAY_KEY_SECRET=${'x'.repeat(24)}`,
        `RAZORPAY_KEY_SECRET=${make(make.base62, 12)}`,
        `RAZORPAY_PLAN=${make(make.base62, 24)}`,
      ],
    },
  },
];
