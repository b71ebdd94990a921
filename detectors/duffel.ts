import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const verify: Detector['verify'] = {
  method: 'GET',
  url: 'https://api.duffel.com/air/airlines?limit=1',
  headers: { authorization: 'Bearer {value}', 'duffel-version': 'v2' },
};

export const duffel: readonly Detector[] = [
  {
    id: 'duffel-access-token',
    title: 'Duffel access token (live)',
    provider: 'Duffel',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['duffel_live_'], pattern: token(/duffel_live_[\w=-]{43}/, '=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new token at app.duffel.com under Developers > Access tokens, deploy it, then delete this one.',
    docs: 'https://duffel.com/docs/api/overview/making-requests',
    verify,
    examples: {
      match: (make) => [exampleLine('DUFFEL_ACCESS_TOKEN=', `duffel_live_${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `DUFFEL_ACCESS_TOKEN=duffel_live_${'x'.repeat(43)}`,
        `DUFFEL_ACCESS_TOKEN=duffel_live_${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'duffel-test-access-token',
    title: 'Duffel access token (test)',
    provider: 'Duffel',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    match: { anchors: ['duffel_test_'], pattern: token(/duffel_test_[\w=-]{43}/, '=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new test token at app.duffel.com under Developers > Access tokens, then delete this one.',
    docs: 'https://duffel.com/docs/api/overview/test-mode',
    verify,
    examples: {
      match: (make) => [exampleLine('DUFFEL_ACCESS_TOKEN=', `duffel_test_${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `DUFFEL_ACCESS_TOKEN=duffel_test_${'x'.repeat(43)}`,
        `DUFFEL_ACCESS_TOKEN=duffel_test_${make(make.base62, 42)}`,
      ],
    },
  },
];
