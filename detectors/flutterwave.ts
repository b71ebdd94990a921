import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { either, optional, run } from './build/value.ts';
import { bearer } from './build/verify.ts';

const docs = 'https://developer.flutterwave.com/docs/authentication';

export const flutterwave: readonly Detector[] = [
  {
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key (live)',
    provider: 'Flutterwave',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['FLWSECK-', 'FLWSECK_LIVE-'],
      pattern: token(/FLWSECK(?:_LIVE)?-[0-9a-z]{32,64}-X/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }],
    pairsWith: { detector: 'flutterwave-public-key', withinBytes: 600 },
    rotate: 'Generate new API keys in the Flutterwave dashboard under Settings > API keys and deploy them.',
    docs,
    verify: bearer('https://api.flutterwave.com/v3/transactions?page=1'),
    examples: {
      match: (make) => [exampleLine('FLW_SECRET_KEY=', `FLWSECK-${make(make.hex, 32)}-X`)],
      noMatch: (make) => [
        `FLW_SECRET_KEY=FLWSECK-${'x'.repeat(32)}-X`,
        `FLW_SECRET_KEY=FLWSECK-${make(make.hex, 20)}-X`,
        `FLW_PUBLIC_KEY=FLWPUBK-${make(make.hex, 32)}-X`,
      ],
    },
  },
  {
    id: 'flutterwave-test-secret-key',
    title: 'Flutterwave secret key (test)',
    provider: 'Flutterwave',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['FLWSECK_TEST-'], pattern: token(/FLWSECK_TEST-[0-9a-z]{32,64}-X/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Generate new test keys in the Flutterwave dashboard under Settings > API keys; they move no money.',
    docs,
    verify: bearer('https://api.flutterwave.com/v3/transactions?page=1'),
    examples: {
      match: (make) => [exampleLine('FLW_SECRET_KEY=', `FLWSECK_TEST-${make(make.hex, 32)}-X`)],
      noMatch: (make) => [
        `FLW_SECRET_KEY=FLWSECK_TEST-${'x'.repeat(32)}-X`,
        `FLW_SECRET_KEY=FLWSECK_TEST-${make(make.hex, 12)}`,
      ],
    },
  },
  ...provider('Flutterwave', [
    {
      id: 'flutterwave-public-key',
      title: 'Flutterwave public key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      value: ['FLWPUBK', optional(either('_TEST', '_LIVE')), '-', run('0-9a-z', 32, 64), '-X'],
      identifier: true,
      rotate: 'The public key is made to stand in pages; it changes with the secret key.',
      docs: 'https://developer.flutterwave.com/docs/authentication',
    },
    {
      id: 'flutterwave-test-encryption-key',
      title: 'Flutterwave encryption key (test)',
      kind: 'encryption-key',
      identity: 'app',
      severity: 'low',
      value: ['FLWSECK_TEST', optional('-'), run('0-9a-h', 12)],
      rotate:
        'Generate new test keys in the Flutterwave dashboard under Settings, API keys; the encryption key changes with them.',
      docs: 'https://developer.flutterwave.com/docs/encryption',
    },
  ]),
];
