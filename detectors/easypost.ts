import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { basic } from './build/verify.ts';

export const easypost: readonly Detector[] = [
  {
    id: 'easypost-api-key',
    title: 'EasyPost API key (production)',
    provider: 'EasyPost',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['EZAK'], pattern: token(/EZAK[A-Za-z0-9]{54}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Add a new production key at easypost.com/account/api-keys, deploy it, then delete this one.',
    docs: 'https://docs.easypost.com/docs/authentication',
    verify: basic('{value}:', 'https://api.easypost.com/v2/shipments?page_size=1'),
    examples: {
      match: (make) => [exampleLine('EASYPOST_API_KEY=', `EZAK${make(make.base62, 54)}`)],
      noMatch: (make) => [`EASYPOST_API_KEY=EZAK${'x'.repeat(54)}`, `EASYPOST_API_KEY=EZAK${make(make.base62, 30)}`],
    },
  },
  {
    id: 'easypost-test-api-key',
    title: 'EasyPost API key (test)',
    provider: 'EasyPost',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['EZTK'], pattern: token(/EZTK[A-Za-z0-9]{54}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Add a new test key at easypost.com/account/api-keys, then delete this one; it buys no postage.',
    docs: 'https://docs.easypost.com/docs/authentication',
    verify: basic('{value}:', 'https://api.easypost.com/v2/shipments?page_size=1'),
    examples: {
      match: (make) => [exampleLine('EASYPOST_API_KEY=', `EZTK${make(make.base62, 54)}`)],
      noMatch: (make) => [`EASYPOST_API_KEY=EZTK${'x'.repeat(54)}`, `EASYPOST_API_KEY=EZTK${make(make.base62, 53)}`],
    },
  },
];
