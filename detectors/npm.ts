import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const rotate =
  'Revoke it at npmjs.com under Access Tokens or with `npm token revoke`; publish from CI with trusted publishing instead of a token.';
const docs = 'https://docs.npmjs.com/revoking-access-tokens';
const inNpmrc = /(?:^|\/)\.?npmrc$/;

/** npm tokens; the last six characters of `npm_` tokens are a CRC-32, as with GitHub. */
export const npm: readonly Detector[] = [
  {
    id: 'npm-access-token',
    title: 'npm access token',
    provider: 'npm',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['npm_'], pattern: token(/npm_[A-Za-z0-9]{36}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base62', skip: 4, digits: 6 }],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('//registry.npmjs.org/:_authToken=', make.withCrc32Base62(`npm_`, 30)),
        exampleLine('NPM_TOKEN="', make.withCrc32Base62(`npm_`, 30), '"'),
      ],
      noMatch: (make) => [
        `NPM_TOKEN=npm_${'x'.repeat(36)}`,
        `NPM_TOKEN=npm_${make(make.base62, 20)}`,
        'npm_config_registry_authentication_token_type=basic',
      ],
    },
  },
  {
    id: 'npm-registry-auth-token',
    title: 'npm registry token',
    provider: 'npm',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [':_authToken'],
      pattern: /:_authToken[ \t]{0,3}=[ \t]{0,3}["']?(?!npm_)(?<secret>[\w+/.~-]{16,1000}={0,2})/,
      maxLength: 1100,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Revoke it in the registry it is for, and read the new one from the environment: `_authToken=${NPM_TOKEN}`.',
    docs: 'https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration',
    examples: {
      match: (make) => {
        const hex = (length: number) => make(make.hex, length);
        return [
          exampleLine('//registry.npmjs.org/:_authToken=', `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
          exampleLine('//npm.shop.io/:_authToken="', make(make.base64, 64), '"'),
        ];
      },
      noMatch: () => [
        '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
        '//registry.npmjs.org/:_authToken=00000000-0000-0000-0000-000000000000',
      ],
    },
  },
  {
    id: 'npm-registry-basic-auth',
    title: 'npm registry password',
    provider: 'npm',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['_auth', '_password'],
      pattern:
        /(?<![A-Za-z0-9])_(?:auth|password)[ \t]{0,3}=[ \t]{0,3}["']?(?<secret>[A-Za-z0-9+/]{8,1000}={0,2})(?![\w+/=-])/,
      maxLength: 1100,
      proof: 'context',
      paths: inNpmrc,
    },
    checks: [{ check: 'not-placeholder' }],
    extract: ['basic-auth-user'],
    rotate: 'Change the password in the registry it is for, and use a token read from the environment instead.',
    docs: 'https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration',
    examples: {
      match: (make) => {
        const secret = Buffer.from(`deploy:${make(make.base62, 20)}`).toString('base64');
        return [
          { text: `_auth=${secret}`, secret, path: '.npmrc' },
          { text: `//npm.shop.io/:_password="${secret}"`, secret, path: 'web/.npmrc' },
        ];
      },
      noMatch: (make) => [
        { text: '_auth=${NPM_AUTH}', path: '.npmrc' },
        { text: `_auth=${make(make.base62, 24)}`, path: 'readme.md' },
        { text: 'always-auth=true', path: '.npmrc' },
      ],
    },
  },
  {
    id: 'npm-access-token-legacy',
    title: 'npm access token (older format)',
    provider: 'npm',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['npm_token', 'npm_auth', 'npmtoken', 'npm-token'],
      ignoreCase: true,
      pattern: assignment('npm[_-]?(?:auth|token)', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate,
    docs,
    examples: {
      match: (make) => {
        const hex = (length: number) => make(make.hex, length);
        return [exampleLine('NPM_TOKEN=', `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`)];
      },
      noMatch: (make) => ['NPM_TOKEN=00000000-0000-0000-0000-000000000000', `NPM_TOKEN=${make(make.hex, 32)}`],
    },
  },
];
