import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

const rotate =
  'Create a new token as a service account with the least admin role, deploy it, then revoke this one under Security > API > Tokens.';

export const okta: readonly Detector[] = [
  {
    id: 'okta-api-token',
    title: 'Okta API token',
    provider: 'Okta',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['okta'],
      ignoreCase: true,
      pattern: assignment('okta', '(?:SSWS )?00[A-Za-z0-9_-]{40}'),
      proof: 'context',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'mixed', classes: 'ul' },
      { check: 'entropy', min: 3.5 },
      { check: 'credential-name', alone: ['okta'] },
    ],
    rotate,
    docs: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
    publicPrefix: '00',
    examples: {
      match: (make) => [
        exampleLine('OKTA_API_TOKEN=', `00${make(make.base62, 40)}`),
        exampleLine('okta_token: "', `00${make(make.base62, 40)}`, '"'),
        exampleLine('export OKTA=', `00${make(make.base62, 40)}`),
      ],
      noMatch: (make) => [
        `OKTA_API_TOKEN=00${'x'.repeat(40)}`,
        `OKTA_API_TOKEN=00${make(make.base62, 18)}`,
        `OKTA_CLIENT_ID=0oa${make(make.base62, 17)}`,
      ],
    },
  },
  {
    id: 'okta-ssws-token',
    title: 'Okta API token in an authorization header',
    provider: 'Okta',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['SSWS '],
      pattern: /SSWS (?<secret>00[\w-]{40})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate,
    docs: 'https://developer.okta.com/docs/reference/core-okta-api/#authentication',
    publicPrefix: '00',
    examples: {
      match: (make) => [exampleLine('Authorization: SSWS ', `00${make(make.base62, 40)}`)],
      noMatch: (make) => [
        'Authorization: SSWS ${api_token}',
        `Authorization: SSWS 00${'x'.repeat(40)}`,
        `Authorization: SSWS ${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'okta-client-secret',
    title: 'Okta application client secret',
    provider: 'Okta',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['okta'],
      ignoreCase: true,
      pattern: assignment('okta[\\w.-]{0,24}client[_-]?secret', '(?!00)[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    pairsWith: { detector: 'okta-client-id', withinBytes: 600 },
    rotate:
      'Generate a second client secret on the General tab of the application in Okta, deploy it, then delete this one.',
    docs: 'https://developer.okta.com/docs/guides/client-secret-rotation-key/main/',
    examples: {
      match: (make) => [
        exampleLine('OKTA_CLIENT_SECRET=', `a${make(make.base62, 39)}`),
        exampleLine('OKTA_OAUTH2_CLIENT_SECRET=', make(make.base62, 64)),
      ],
      noMatch: (make) => [
        `OKTA_CLIENT_SECRET=${'x'.repeat(40)}`,
        `OKTA_CLIENT_SECRET=${make(make.base62, 20)}`,
        `OKTA_CLIENT_ID=${make(make.base62, 40)}`,
      ],
    },
  },
  ...provider('Okta', [
    {
      id: 'okta-client-id',
      title: 'Okta application client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['okta'],
      anyName: true,
      value: ['0oa', base62(17)],
      rotate: 'It is public in OAuth; replace the client secret beside it where there is one.',
      docs: 'https://developer.okta.com/docs/guides/find-your-app-credentials/main/',
    },
  ]),
];
