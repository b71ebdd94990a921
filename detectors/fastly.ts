import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { header } from './build/verify.ts';

export const fastly: readonly Detector[] = [
  {
    id: 'fastly-api-token',
    title: 'Fastly API token',
    provider: 'Fastly',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['fastly'],
      ignoreCase: true,
      pattern: assignment('fastly[\\w.-]{0,20}(?:key|token)', '[A-Za-z0-9_-]{32}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Delete it under Account, API tokens (or DELETE /tokens/self), and create one limited to a service.',
    docs: 'https://www.fastly.com/documentation/guides/account-info/user-and-account-management/using-api-tokens/',
    verify: header('fastly-key', 'https://api.fastly.com/tokens/self'),
    examples: {
      match: (make) => [
        exampleLine('Fastly-Key: ', make(make.base62, 32)),
        exampleLine('FASTLY_API_TOKEN=', make(make.base62, 32)),
      ],
      noMatch: (make) => [`Fastly-Key: ${'x'.repeat(32)}`, `Fastly-Key: ${make(make.base62, 20)}`],
    },
  },
];
