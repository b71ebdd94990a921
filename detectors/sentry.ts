import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { hexExamples } from './build/value-examples.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }];

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const sentry: readonly Detector[] = [
  {
    id: 'sentry-organization-token',
    title: 'Sentry organization auth token',
    provider: 'Sentry',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['sntrys_eyJ'],
      pattern: token(/sntrys_eyJ[A-Za-z0-9+/=_-]{60,600}_[A-Za-z0-9+/]{43}/, '+/='),
      maxLength: 700,
      proof: 'format',
    },
    checks: [...plausible, { check: 'base64-prefix', skip: 7, hex: '7b22696174223a', wrong: 'keep' }],
    rotate: 'Revoke it under Organization Settings, Auth Tokens, and create another.',
    docs: 'https://docs.sentry.io/account/auth-tokens/',
    examples: {
      match: (make) => {
        const claims = Buffer.from(
          JSON.stringify({
            iat: 1700000000.5,
            url: 'https://sentry.io',
            region_url: 'https://us.sentry.io',
            org: 'shop',
          }),
        );
        return [exampleLine('SENTRY_AUTH_TOKEN=', `sntrys_${claims.toString('base64')}_${make(make.base62, 43)}`)];
      },
      noMatch: (make) => [
        `SENTRY_AUTH_TOKEN=sntrys_eyJ${'x'.repeat(100)}`,
        `SENTRY_AUTH_TOKEN=sntrys_${make(make.base62, 43)}`,
      ],
    },
  },
  {
    id: 'sentry-user-token',
    title: 'Sentry personal token',
    provider: 'Sentry',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['sntryu_'], pattern: token(/sntryu_[0-9a-f]{64}/), proof: 'format' },
    checks: plausibleHex,
    rotate: 'Revoke it under User Settings, Personal Tokens; use an organization token in CI.',
    docs: 'https://docs.sentry.io/account/auth-tokens/',
    examples: {
      match: (make) => [exampleLine('SENTRY_AUTH_TOKEN=', `sntryu_${make(make.hex, 64)}`)],
      noMatch: (make) => [
        `SENTRY_AUTH_TOKEN=sntryu_${'0'.repeat(64)}`,
        `SENTRY_AUTH_TOKEN=sntryu_${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'sentry-auth-token-legacy',
    title: 'Sentry auth token (older format)',
    provider: 'Sentry',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sentry'],
      ignoreCase: true,
      pattern: assignment('sentry[\\w.-]{0,24}token', '[0-9a-f]{64}'),
      proof: 'context',
    },
    checks: plausibleHex,
    rotate: 'Revoke it under User Settings, Personal Tokens; use an organization token in CI.',
    docs: 'https://docs.sentry.io/account/auth-tokens/',
    examples: hexExamples('SENTRY_AUTH_TOKEN', 64),
  },
];
