import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';

export const xTwitter: readonly Detector[] = [
  {
    id: 'x-bearer-token',
    title: 'X (Twitter) app-only bearer token',
    provider: 'X',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['AAAAAAAAAAAAAAAAAAAAA'],
      pattern: token(/A{19,23}[A-Za-z0-9%]{5,40}%[23][A-Fa-f0-9][A-Za-z0-9%]{40,90}/),
      proof: 'format',
    },
    checks: [
      { check: 'mixed', classes: 'uld' },
      { check: 'entropy', min: 3.5 },
    ],
    rotate: 'Regenerate the bearer token of the app at developer.x.com/en/portal and deploy it.',
    docs: 'https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/bearer-tokens',
    publicPrefix: 'AAAA',
    examples: {
      match: (make) => [
        exampleLine(
          'TWITTER_BEARER_TOKEN=',
          `${'A'.repeat(22)}${make(make.base62, 12)}%2B${make(make.base62, 6)}%3D${make(make.base62, 50)}`,
        ),
      ],
      noMatch: (make) => [
        `TWITTER_BEARER_TOKEN=${'A'.repeat(22)}${make(make.base62, 80)}`,
        `TWITTER_BEARER_TOKEN=${'A'.repeat(110)}`,
        `%41${'A'.repeat(12)}${make(make.base62, 12)}%2B${make(make.base62, 6)}%3D${make(make.base62, 50)}`,
      ],
    },
  },
  {
    id: 'x-api-secret',
    title: 'X (Twitter) API key secret',
    provider: 'X',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['twitter'],
      ignoreCase: true,
      pattern: assignment('twitter[\\w.-]{0,28}(?:secret|token|key)', '[A-Za-z0-9]{50}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'x-api-key', withinBytes: 600 },
    rotate: 'Regenerate the API key and secret of the app at developer.x.com/en/portal and deploy both.',
    docs: 'https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/api-key-and-secret',
    examples: {
      match: (make) => [exampleLine('TWITTER_API_SECRET=', make(make.base62, 50))],
      noMatch: (make) => [
        `TWITTER_API_SECRET=${'x'.repeat(50)}`,
        `TWITTER_API_SECRET=${make(make.base62, 30)}`,
        `TWITTER_API_KEY=${make(make.base62, 25)}`,
      ],
    },
  },
  {
    id: 'x-access-token-secret',
    title: 'X (Twitter) access token secret',
    provider: 'X',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['twitter'],
      ignoreCase: true,
      pattern: assignment('twitter[\\w.-]{0,28}(?:secret|token)', '[A-Za-z0-9]{45}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'x-access-token', withinBytes: 600 },
    rotate: 'Regenerate the access token and secret of the app at developer.x.com/en/portal and deploy both.',
    docs: 'https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens',
    examples: {
      match: (make) => [exampleLine('TWITTER_ACCESS_TOKEN_SECRET=', make(make.base62, 45))],
      noMatch: (make) => [
        `TWITTER_ACCESS_TOKEN_SECRET=${'x'.repeat(45)}`,
        `TWITTER_ACCESS_TOKEN_SECRET=${make(make.base62, 20)}`,
      ],
    },
  },
  ...provider('X', [
    {
      id: 'x-access-token',
      title: 'X (Twitter) access token',
      kind: 'access-token',
      identity: 'user',
      severity: 'info',
      identifier: true,
      names: ['twitter', 'oauth token', 'access token'],
      value: [digits(8, 20), '-', base62(20, 45)],
      rotate:
        'Useless without its secret. When that leaked, regenerate both under Keys and tokens of the app at developer.x.com.',
      docs: 'https://developer.x.com/en/docs/authentication/oauth-1-0a',
    },
    {
      id: 'x-api-key',
      title: 'X (Twitter) API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: [
        'twitter api key',
        'twitter consumer key',
        'twitter key',
        'twitter app key',
        'twitter client key',
        'tw consumer key',
      ],
      value: [base62(25)],
      rotate:
        'The API key only names the app; regenerate it together with its secret under Keys and tokens at developer.x.com.',
      docs: 'https://developer.x.com/en/docs/authentication/oauth-1-0a/api-key-and-secret',
    },
  ]),
];
