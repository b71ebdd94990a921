import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const square: readonly Detector[] = [
  {
    id: 'square-access-token',
    title: 'Square access token',
    provider: 'Square',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    match: { anchors: ['EAAA'], pattern: token(/EAAA[\w-]{60,64}/, '+/=-'), proof: 'format' },
    // Sixty characters after four letters also occur in base64 of zeros and small numbers.
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate: 'Open the application at developer.squareup.com/apps, replace the access token and deploy the new one.',
    docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    examples: {
      match: (make) => [exampleLine('SQUARE_ACCESS_TOKEN=', `EAAA${make(make.base62, 60)}`)],
      noMatch: (make) => [
        `SQUARE_ACCESS_TOKEN=EAAA${'x'.repeat(60)}`,
        `SQUARE_ACCESS_TOKEN=EAAA${make(make.base62, 40)}`,
        `data: EAAA${make(make.base62, 70)}`,
      ],
    },
  },
  {
    id: 'square-oauth-secret',
    title: 'Square OAuth application secret',
    provider: 'Square',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    match: { anchors: ['sq0csp-'], pattern: token(/sq0csp-[\w-]{43}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'square-application-id', withinBytes: 600 },
    rotate:
      'Open the application at developer.squareup.com/apps, replace the application secret under OAuth and deploy it.',
    docs: 'https://developer.squareup.com/docs/oauth-api/overview',
    examples: {
      match: (make) => [exampleLine('SQUARE_SECRET=', `sq0csp-${make(make.base62, 43)}`)],
      noMatch: (make) => [
        `SQUARE_SECRET=sq0csp-${'x'.repeat(43)}`,
        `SQUARE_SECRET=sq0csp-${make(make.base62, 22)}`,
        `SQUARE_APPLICATION_ID=sq0idp-${make(make.base62, 22)}`,
      ],
    },
  },
  {
    id: 'square-personal-access-token',
    title: 'Square personal access token (legacy)',
    provider: 'Square',
    kind: 'access-token',
    identity: 'app',
    severity: 'critical',
    match: { anchors: ['sq0atp-'], pattern: token(/sq0atp-[\w-]{22}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Open the application at developer.squareup.com/apps, replace the access token and deploy the new one.',
    docs: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    examples: {
      match: (make) => [exampleLine('SQUARE_TOKEN=', `sq0atp-${make(make.base62, 22)}`)],
      noMatch: (make) => [`SQUARE_TOKEN=sq0atp-${'x'.repeat(22)}`, `SQUARE_TOKEN=sq0atp-${make(make.base62, 10)}`],
    },
  },
  ...provider('Square', [
    {
      id: 'square-application-id',
      title: 'Square application id',
      kind: 'api-key',
      identity: 'app',
      severity: 'info',
      identifier: true,
      value: ['sq0idp-', base64url(22)],
      rotate:
        'Application ids are public. Replace the application secret in the Square developer console when that leaked with it.',
      docs: 'https://developer.squareup.com/docs/devtools/developer-dashboard',
    },
  ]),
];
