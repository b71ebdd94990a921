import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { header } from './build/verify.ts';

export const cratesIo: readonly Detector[] = [
  {
    id: 'crates-io-api-token',
    title: 'crates.io API token',
    provider: 'crates.io',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['cio'], pattern: token(/cio[A-Za-z0-9]{32}/, '-+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Revoke it at crates.io under Account Settings, API Tokens; publish with trusted publishing instead.',
    docs: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    verify: header('authorization', 'https://crates.io/api/v1/me'),
    examples: {
      match: (make) => [exampleLine('CARGO_REGISTRY_TOKEN=', `cio${make(make.base62, 32)}`)],
      noMatch: (make) => [
        `CARGO_REGISTRY_TOKEN=cio${'x'.repeat(32)}`,
        `CARGO_REGISTRY_TOKEN=cio${make(make.base62, 40)}`,
      ],
    },
  },
];
