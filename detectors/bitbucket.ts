import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const bitbucket: readonly Detector[] = [
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    provider: 'Bitbucket',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['ATBB'], pattern: token(/ATBB[A-Za-z0-9]{24}[0-9A-F]{8}/), proof: 'format' },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 3.8 },
      { check: 'crc32-hex', skip: 0, order: 'be', wrong: 'keep' },
    ],
    rotate: 'Revoke it under Personal settings, App passwords, and use an API token with scopes instead.',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    examples: {
      match: (make) => [
        exampleLine(
          'https://ci:',
          `ATBB${make(make.base62, 24)}${make('0123456789ABCDEF', 8)}`,
          '@bitbucket.org/shop/web.git',
        ),
      ],
      noMatch: (make) => [`BITBUCKET=ATBB${'x'.repeat(24)}00000000`, `BITBUCKET=ATBB${make(make.base62, 12)}`],
    },
  },
  {
    id: 'bitbucket-access-token',
    title: 'Bitbucket repository, project or workspace access token',
    provider: 'Bitbucket',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['ATCTT3'], pattern: token(/ATCTT3[\w-]{80,800}=[0-9A-F]{8}/), maxLength: 850, proof: 'format' },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 4 },
      { check: 'crc32-hex', skip: 0, order: 'be', wrong: 'keep' },
    ],
    rotate: 'Revoke it under Access tokens in the settings of the repository, project or workspace.',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    examples: {
      match: (make) => [
        exampleLine('BB_TOKEN=', `ATCTT3xFfGN0${make(make.base62, 172)}=${make('0123456789ABCDEF', 8)}`),
      ],
      noMatch: (make) => [
        `BB_TOKEN=ATCTT3xFfGN0${'x'.repeat(172)}=1A2B3C4D`,
        `BB_TOKEN=ATCTT3xFfGN0${make(make.base62, 20)}=1A2B3C4D`,
      ],
    },
  },
  {
    id: 'bitbucket-data-center-access-token',
    title: 'Bitbucket Data Center HTTP access token',
    provider: 'Bitbucket',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['BBDC-'], pattern: token(/BBDC-[MNO][A-Za-z0-9+/_-]{43}/, '+/=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'atlassian-token', skip: 5 }],
    rotate: 'Revoke it under Manage account, HTTP access tokens (or those of the project or repository).',
    docs: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
    examples: {
      match: (make) => [exampleLine('Authorization: Bearer ', `BBDC-N${make(make.base62, 43)}`)],
      noMatch: (make) => [`Authorization: Bearer BBDC-${'N'.repeat(44)}`, `BBDC-N${make(make.base62, 20)}`],
    },
  },
  ...provider('Bitbucket', [
    {
      id: 'bitbucket-oauth-secret',
      title: 'Bitbucket OAuth consumer secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: [
        'bitbucket client secret',
        'bitbucket secret',
        'bitbucket consumer secret',
        'bitbucket oauth secret',
        'bitbucket oauth client secret',
      ],
      value: [base62(32)],
      pairsWith: { detector: 'bitbucket-oauth-key', withinBytes: 600 },
      rotate: 'Delete the OAuth consumer under Workspace settings and add one anew: a secret cannot be changed alone.',
      docs: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
    },
    {
      id: 'bitbucket-oauth-key',
      title: 'Bitbucket OAuth consumer key',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      names: [
        'bitbucket client id',
        'bitbucket consumer key',
        'bitbucket oauth key',
        'bitbucket oauth client id',
        'bitbucket key',
      ],
      anyName: true,
      value: [base62(18)],
      checks: [{ check: 'mixed', classes: 'd' }],
      identifier: true,
      rotate: 'Names the consumer; what must not leak is its secret.',
      docs: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
    },
    {
      id: 'bitbucket-app-password-older',
      title: 'Bitbucket app password (older form)',
      kind: 'password',
      identity: 'user',
      severity: 'high',
      names: ['bitbucket app password', 'bitbucket password', 'bitbucket pass', 'bitbucket app pass'],
      value: [base62(20)],
      rotate: 'Revoke it under Personal settings, App passwords; Bitbucket replaces these by API tokens with scopes.',
      docs: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    },
  ]),
];
