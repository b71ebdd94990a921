import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

/** `key_` and an id of the platform, a comma, a secret: together in base64. */
function key(make: ExampleMaker): string {
  return Buffer.from(`key_01${make(make.upperAlnum, 24)},${make(make.base62, 25)}`)
    .toString('base64')
    .replace(/=+$/, '');
}

// Highnote's keys begin the same way.

export const workos: readonly Detector[] = [
  {
    id: 'workos-api-key',
    title: 'WorkOS API key',
    provider: 'WorkOS',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['sk_live_a2V5Xz'],
      pattern: token(/sk_live_a2V5Xz[A-Za-z0-9+/]{60,80}={0,2}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new key at dashboard.workos.com under API keys, deploy it, then delete this one.',
    docs: 'https://workos.com/docs/reference/api-keys',
    publicPrefix: 'sk_live_',
    examples: {
      match: (make) => [exampleLine('WORKOS_API_KEY=', `sk_live_${key(make)}`)],
      noMatch: (make) => [
        `WORKOS_API_KEY=sk_live_a2V5Xz${'x'.repeat(69)}`,
        `WORKOS_API_KEY=sk_live_a2V5Xz${make(make.base62, 20)}`,
        `WORKOS_API_KEY=sk_live_${make(make.base62, 75)}`,
      ],
    },
  },
  {
    id: 'workos-staging-api-key',
    title: 'WorkOS API key (staging)',
    provider: 'WorkOS',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: {
      anchors: ['sk_test_a2V5Xz'],
      pattern: token(/sk_test_a2V5Xz[A-Za-z0-9+/]{60,80}={0,2}/),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Create a new key for the staging environment at dashboard.workos.com under API keys, then delete this one.',
    docs: 'https://workos.com/docs/reference/api-keys',
    publicPrefix: 'sk_test_',
    examples: {
      match: (make) => [exampleLine('WORKOS_API_KEY=', `sk_test_${key(make)}`)],
      noMatch: (make) => [
        `WORKOS_API_KEY=sk_test_a2V5Xz${'x'.repeat(69)}`,
        `WORKOS_API_KEY=sk_test_${make(make.base62, 75)}`,
      ],
    },
  },
];
