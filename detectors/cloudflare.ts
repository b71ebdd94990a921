import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

const rotate = 'Roll it at dash.cloudflare.com under My Profile (or Manage Account), API Tokens, or delete it there.';
const docs = 'https://developers.cloudflare.com/fundamentals/api/how-to/roll-token/';

export const cloudflare: readonly Detector[] = [
  {
    id: 'cloudflare-api-token',
    title: 'Cloudflare API token',
    provider: 'Cloudflare',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['cfut_', 'cfat_'], pattern: token(/cf[ua]t_[A-Za-z0-9]{40}[0-9a-f]{8}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'crc32-hex', skip: 5, order: 'be' }],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('CLOUDFLARE_API_TOKEN=', `cfut_${make(make.base62, 40)}${make(make.hex, 8)}`),
        exampleLine('api_token = "', `cfat_${make(make.base62, 40)}${make(make.hex, 8)}`, '"'),
      ],
      noMatch: (make) => [
        `CLOUDFLARE_API_TOKEN=cfut_${'x'.repeat(40)}00000000`,
        `CLOUDFLARE_API_TOKEN=cfut_${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'cloudflare-global-api-key',
    title: 'Cloudflare Global API Key',
    provider: 'Cloudflare',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['cfk_'], pattern: token(/cfk_[A-Za-z0-9]{40}[0-9a-f]{8}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }, { check: 'crc32-hex', skip: 4, order: 'be' }],
    rotate:
      'Change it under My Profile, API Tokens, Global API Key; it holds all rights of its user: use a scoped token instead.',
    docs,
    examples: {
      match: (make) => [exampleLine('X-Auth-Key: ', `cfk_${make(make.base62, 40)}${make(make.hex, 8)}`)],
      noMatch: (make) => [`X-Auth-Key: cfk_${'x'.repeat(40)}00000000`, `X-Auth-Key: cfk_${make(make.base62, 20)}`],
    },
  },
  {
    id: 'cloudflare-api-token-legacy',
    title: 'Cloudflare API token (older format)',
    provider: 'Cloudflare',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['cloudflare', 'cf_api', 'cf_token'],
      ignoreCase: true,
      pattern: assignment(
        '(?:cloudflare[\\w.-]{0,20}|cf_(?:api_)?)(?:token|secret|key)',
        '(?!cf[a-z]{1,2}_)[A-Za-z0-9_-]{40}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine('CLOUDFLARE_API_TOKEN=', make(make.base62, 40)),
        exampleLine('cf_api_token: "', make(make.base62, 40), '"'),
      ],
      noMatch: (make) => [
        'CLOUDFLARE_API_TOKEN=your-cloudflare-api-token-goes-in-here-ok',
        `CLOUDFLARE_API_TOKEN=${make(make.base62, 24)}`,
        `CLOUDFLARE_COMMIT=${make(make.hex, 40)}`,
      ],
    },
  },
  {
    id: 'cloudflare-global-api-key-legacy',
    title: 'Cloudflare Global API Key (older format)',
    provider: 'Cloudflare',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['cloudflare', 'x-auth-key', 'cf_api_key', 'cf_key'],
      ignoreCase: true,
      pattern: assignment('cloudflare[\\w.-]{0,20}key|x-auth-key|cf_(?:api_)?key', '[0-9a-f]{37}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Change it under My Profile, API Tokens, Global API Key; it holds all rights of its user: use a scoped token instead.',
    docs: 'https://developers.cloudflare.com/fundamentals/api/get-started/keys/',
    examples: {
      match: (make) => [
        exampleLine('X-Auth-Key: ', make(make.hex, 37)),
        exampleLine('CF_API_KEY=', make(make.hex, 37)),
      ],
      noMatch: (make) => [`X-Auth-Key: ${'0'.repeat(37)}`, `X-Auth-Key: ${make(make.hex, 40)}`],
    },
  },
  {
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare Origin CA key',
    provider: 'Cloudflare',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['v1.0-'], pattern: token(/v1\.0-[0-9a-f]{24,64}-[0-9a-f]{140,260}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Change it under My Profile, API Tokens, Origin CA Key; API tokens do the same with fewer rights.',
    docs: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
    examples: {
      match: (make) => [exampleLine('X-Auth-User-Service-Key: ', `v1.0-${make(make.hex, 24)}-${make(make.hex, 146)}`)],
      noMatch: (make) => [
        `X-Auth-User-Service-Key: v1.0-${'0'.repeat(24)}-${'0'.repeat(146)}`,
        `release v1.0-${make(make.hex, 24)}`,
      ],
    },
  },
  ...provider('Cloudflare', [
    {
      id: 'cloudflare-access-service-token-secret',
      title: 'Cloudflare Access service token secret',
      kind: 'client-secret',
      identity: 'service-account',
      severity: 'high',
      names: [
        'cf access client secret',
        'access client secret',
        'cloudflare access secret',
        'cloudflare access client secret',
      ],
      value: [hex(64)],
      pairsWith: { detector: 'cloudflare-access-service-token-id', withinBytes: 600 },
      rotate:
        'Rotate the service token under Access controls, Service credentials in Zero Trust, with a grace period for the old secret, or delete it at once.',
      docs: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
    },
    {
      id: 'cloudflare-access-service-token-id',
      title: 'Cloudflare Access service token id',
      kind: 'other',
      identity: 'service-account',
      severity: 'info',
      names: ['cf access client id', 'access client id', 'cloudflare access id', 'cloudflare access client id'],
      anyName: true,
      value: [hex(32), '.access'],
      identifier: true,
      rotate: 'Names the service token; rotate its secret.',
      docs: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
    },
  ]),
];
