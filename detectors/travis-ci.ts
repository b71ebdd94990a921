import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

export const travisCi: readonly Detector[] = [
  {
    id: 'travis-ci-token',
    title: 'Travis CI API token',
    provider: 'Travis CI',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['travis'],
      ignoreCase: true,
      pattern: assignment('travis[\\w.-]{0,16}(?:token|key)', '[A-Za-z0-9_-]{22}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.3 }],
    rotate: 'Regenerate the token at app.travis-ci.com/account/preferences and deploy it.',
    docs: 'https://docs.travis-ci.com/user/triggering-builds/',
    examples: {
      match: (make) => [exampleLine('TRAVIS_API_TOKEN=', make(make.base62, 22))],
      noMatch: (make) => [
        `TRAVIS_API_TOKEN=${'x'.repeat(22)}`,
        `TRAVIS_API_TOKEN=${make(make.base62, 12)}`,
        `TRAVIS_BUILD_ID=${make(make.base62, 22)}`,
      ],
    },
  },
];
