import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

// Stripe's keys begin the same way; only Clerk's have 42 characters after it.

export const clerk: readonly Detector[] = [
  {
    id: 'clerk-secret-key',
    title: 'Clerk secret key (production)',
    provider: 'Clerk',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: { anchors: ['sk_live_'], pattern: token(/sk_live_[A-Za-z0-9]{42}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Add a new secret key at dashboard.clerk.com under API keys, deploy it, then delete this one.',
    docs: 'https://clerk.com/docs/guides/development/clerk-environment-variables',
    examples: {
      match: (make) => [exampleLine('CLERK_SECRET_KEY=', `sk_live_${make(make.base62, 42)}`)],
      noMatch: (make) => [
        `CLERK_SECRET_KEY=sk_live_${'x'.repeat(42)}`,
        `CLERK_SECRET_KEY=sk_live_${make(make.base62, 41)}`,
        `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_${make(make.base62, 42)}`,
      ],
    },
  },
  {
    id: 'clerk-test-secret-key',
    title: 'Clerk secret key (development instance)',
    provider: 'Clerk',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['sk_test_'], pattern: token(/sk_test_[A-Za-z0-9]{42}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Add a new secret key for the development instance at dashboard.clerk.com, then delete this one.',
    docs: 'https://clerk.com/docs/guides/development/clerk-environment-variables',
    examples: {
      match: (make) => [exampleLine('CLERK_SECRET_KEY=', `sk_test_${make(make.base62, 42)}`)],
      noMatch: (make) => [
        `CLERK_SECRET_KEY=sk_test_${'x'.repeat(42)}`,
        `CLERK_SECRET_KEY=sk_test_${make(make.base62, 24)}`,
      ],
    },
  },
];
