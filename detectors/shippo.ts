import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const shippo: readonly Detector[] = [
  {
    id: 'shippo-api-token',
    title: 'Shippo API token (live)',
    provider: 'Shippo',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['shippo_live_'], pattern: token(/shippo_live_[0-9a-fA-F]{32,40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new live token at apps.goshippo.com/settings/api, deploy it, then delete this one.',
    docs: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    examples: {
      match: (make) => [exampleLine('SHIPPO_TOKEN=', `shippo_live_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `SHIPPO_TOKEN=shippo_live_${'0'.repeat(40)}`,
        `SHIPPO_TOKEN=shippo_live_${make(make.hex, 20)}`,
      ],
    },
  },
  {
    id: 'shippo-test-api-token',
    title: 'Shippo API token (test)',
    provider: 'Shippo',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['shippo_test_'], pattern: token(/shippo_test_[0-9a-fA-F]{32,40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new test token at apps.goshippo.com/settings/api, then delete this one; it buys no labels.',
    docs: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    examples: {
      match: (make) => [exampleLine('SHIPPO_TOKEN=', `shippo_test_${make(make.hex, 40)}`)],
      noMatch: (make) => [
        `SHIPPO_TOKEN=shippo_test_${'0'.repeat(40)}`,
        `SHIPPO_TOKEN=shippo_test_${make(make.hex, 12)}`,
      ],
    },
  },
];
