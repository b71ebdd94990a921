import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleJwt } from './build/example-jwt.ts';
import { exampleLine } from './build/example-line.ts';
import { token, unmistakableToken } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { bearer } from './build/verify.ts';

const docs =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';
const revoke =
  'Anyone may revoke it with a POST of the token to https://api.github.com/credentials/revoke; then look through the audit log for its uses.';

/**
 * GitHub credentials. The last six characters of the classic formats are a CRC-32:
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export const github: readonly Detector[] = [
  {
    id: 'github-personal-access-token',
    title: 'GitHub personal access token (classic)',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['ghp_'], pattern: unmistakableToken(/ghp_[A-Za-z0-9]{36}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6 }],
    rotate: `Delete it under Settings, Developer settings, Personal access tokens; use a fine-grained token or a GitHub App instead. ${revoke}`,
    docs,
    verify: bearer('https://api.github.com/user'),
    examples: {
      match: (make) => {
        const secret = make.withCrc32Base62(`ghp_`, 30);
        return [exampleLine('GITHUB_TOKEN=', secret), exampleLine('https://bot:', secret, '@github.com/shop/web.git')];
      },
      noMatch: (make) => [
        `GITHUB_TOKEN=ghp_${'x'.repeat(36)}`,
        `GITHUB_TOKEN=ghp_${make(make.base62, 30)}`,
        `GITHUB_TOKEN=ghp_${make(make.base62, 44)}`,
      ],
    },
  },
  {
    id: 'github-fine-grained-personal-access-token',
    title: 'GitHub fine-grained personal access token',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['github_pat_'],
      pattern: unmistakableToken(/github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/),
      proof: 'format',
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 4 },
      // Over what the sum goes is told in two ways, and by GitHub in none.
      { check: 'crc32-base62', skip: 0, digits: 6, wrong: 'keep' },
      { check: 'crc32-base62', skip: 11, digits: 6, wrong: 'keep' },
    ],
    rotate: `Delete or regenerate it under Settings, Developer settings, Fine-grained tokens. ${revoke}`,
    docs,
    verify: bearer('https://api.github.com/user'),
    examples: {
      match: (make) => [
        exampleLine('GH_TOKEN: ', `github_pat_11${make(make.base62, 20)}_${make(make.base62, 59)}`),
        exampleLine(`id=${make(make.hex, 32)}`, `github_pat_11${make(make.base62, 20)}_${make(make.base62, 59)}`),
      ],
      noMatch: (make) => [
        `GH_TOKEN: github_pat_${'x'.repeat(22)}_${'x'.repeat(59)}`,
        `GH_TOKEN: github_pat_${make(make.base62, 22)}_${make(make.base62, 40)}`,
      ],
    },
  },
  {
    id: 'github-oauth-access-token',
    title: 'GitHub OAuth access token',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['gho_'], pattern: token(/gho_[A-Za-z0-9]{36}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6 }],
    rotate: `Revoke the app under Settings, Applications, Authorized OAuth Apps; for a token of the gh tool, sign out and in. ${revoke}`,
    docs,
    verify: bearer('https://api.github.com/user'),
    examples: {
      match: (make) => [exampleLine('oauth_token: ', make.withCrc32Base62(`gho_`, 30))],
      noMatch: (make) => [`oauth_token: gho_${'x'.repeat(36)}`, `oauth_token: gho_${make(make.base62, 20)}`],
    },
  },
  {
    id: 'github-app-user-token',
    title: 'GitHub App user access token',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['ghu_'], pattern: token(/ghu_[A-Za-z0-9]{36}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6 }],
    rotate: `Revoke the app under Settings, Applications, Authorized GitHub Apps. ${revoke}`,
    docs,
    verify: bearer('https://api.github.com/user'),
    examples: {
      match: (make) => [exampleLine('"token": "', make.withCrc32Base62(`ghu_`, 30), '"')],
      noMatch: (make) => [`"token": "ghu_${'x'.repeat(36)}"`, `"token": "ghu_${make(make.base62, 20)}"`],
    },
  },
  {
    id: 'github-app-installation-token',
    title: 'GitHub App installation access token',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: { anchors: ['ghs_'], pattern: token(/ghs_[A-Za-z0-9]{36}/), proof: 'format' },
    // A wrong checksum only lowers the confidence: installation tokens without a valid one are known.
    checks: [
      { check: 'not-placeholder' },
      { check: 'entropy', min: 3.8 },
      { check: 'crc32-base62', skip: 4, digits: 6 },
    ],
    rotate:
      'It ends within an hour; to end it now, send DELETE /installation/token with it. Find out which job printed it.',
    docs,
    verify: bearer('https://api.github.com/installation/repositories?per_page=1'),
    examples: {
      match: (make) => [
        exampleLine('GITHUB_TOKEN=', make.withCrc32Base62('ghs_', 30)),
        exampleLine('GITHUB_TOKEN=', `ghs_${make(make.base62, 36)}`),
      ],
      noMatch: (make) => [`GITHUB_TOKEN=ghs_${'x'.repeat(36)}`, `GITHUB_TOKEN=ghs_${make(make.base62, 20)}`],
    },
  },
  {
    id: 'github-app-installation-token-jwt',
    title: 'GitHub App installation access token (signed form)',
    provider: 'GitHub',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['ghs_'],
      pattern: token(/ghs_[0-9]{1,20}_eyJ[\w-]{8,1000}\.eyJ[\w-]{8,4000}\.[\w-]{20,1500}/, '-'),
      maxLength: 6600,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    extract: ['jwt-claims'],
    rotate:
      'It ends within an hour; to end it now, send DELETE /installation/token with it. Find out which job printed it.',
    docs,
    verify: bearer('https://api.github.com/installation/repositories?per_page=1'),
    examples: {
      match: (make) => [
        exampleLine(
          'GITHUB_TOKEN=',
          `ghs_${make(make.digits, 6)}_${exampleJwt(make, { iss: make(make.digits, 6) }, 342)}`,
        ),
      ],
      noMatch: (make) => [
        `GITHUB_TOKEN=ghs_123_eyJ${'x'.repeat(30)}.eyJ${'x'.repeat(30)}.${'x'.repeat(43)}`,
        `GITHUB_TOKEN=ghs_${make(make.digits, 6)}_${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    provider: 'GitHub',
    kind: 'refresh-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['ghr_'], pattern: token(/ghr_(?:[A-Za-z0-9]{76}|[A-Za-z0-9]{36})/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.8 }],
    rotate: `Revoke the app under Settings, Applications, Authorized GitHub Apps. ${revoke}`,
    docs,
    examples: {
      match: (make) => [exampleLine('refresh_token=', `ghr_${make(make.base62, 76)}`)],
      noMatch: (make) => [`refresh_token=ghr_${'x'.repeat(76)}`, `refresh_token=ghr_${make(make.base62, 50)}`],
    },
  },
  {
    id: 'github-oauth-client-secret',
    title: 'GitHub OAuth client secret',
    provider: 'GitHub',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['github', 'gh_client_secret'],
      ignoreCase: true,
      pattern: assignment('github[\\w.-]{0,20}secret|gh_client_secret', '[a-f0-9]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'github-app-client-id', withinBytes: 600 },
    rotate: 'Generate a new client secret in the settings of the app, switch over, then delete this one.',
    docs: 'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/managing-your-oauth-apps-client-secrets',
    examples: {
      match: (make) => [
        exampleLine('GITHUB_CLIENT_SECRET=', make(make.hex, 40)),
        exampleLine('github_oauth_secret: "', make(make.hex, 40), '"'),
      ],
      noMatch: (make) => [
        `GITHUB_CLIENT_SECRET=${'0'.repeat(40)}`,
        `GITHUB_SHA=${make(make.hex, 40)}`,
        `GITHUB_CLIENT_SECRET=${make(make.hex, 32)}`,
      ],
    },
  },
  ...provider('GitHub', [
    {
      id: 'github-app-client-id',
      title: 'GitHub App or OAuth app client id',
      kind: 'other',
      identity: 'app',
      severity: 'info',
      anchors: ['Iv1.', 'Iv23', 'Ov23'],
      value: [either('Iv1.', 'Iv23', 'Ov23'), base62(16)],
      identifier: true,
      rotate: 'The client id is public; rotate the client secret or private key of the app.',
      docs: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
    },
  ]),
];
