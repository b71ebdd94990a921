import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

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
      pattern: assignment('twitter[\\w.-]{0,20}(?:api|consumer|app|key|client)[\\w.-]{0,8}secret', '[A-Za-z0-9]{50}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
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
      pattern: assignment('twitter[\\w.-]{0,20}token[_.-]?secret', '[A-Za-z0-9]{45}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
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
];
