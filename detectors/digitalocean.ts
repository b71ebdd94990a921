import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64, either, upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

const docs = 'https://docs.digitalocean.com/reference/api/create-personal-access-token/';

export const digitalocean: readonly Detector[] = [
  {
    id: 'digitalocean-personal-access-token',
    title: 'DigitalOcean personal access token',
    provider: 'DigitalOcean',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['dop_v1_'], pattern: token(/dop_v1_[0-9a-f]{64}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Delete or regenerate it in the control panel under API, Tokens, and give the new one custom scopes and an expiry.',
    docs,
    verify: bearer('https://api.digitalocean.com/v2/account'),
    examples: {
      match: (make) => [exampleLine('DIGITALOCEAN_ACCESS_TOKEN=', `dop_v1_${make(make.hex, 64)}`)],
      noMatch: (make) => [
        `DIGITALOCEAN_ACCESS_TOKEN=dop_v1_${'0'.repeat(64)}`,
        `DIGITALOCEAN_ACCESS_TOKEN=dop_v1_${make(make.hex, 32)}`,
      ],
    },
  },
  {
    id: 'digitalocean-oauth-access-token',
    title: 'DigitalOcean OAuth access token',
    provider: 'DigitalOcean',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['doo_v1_'], pattern: token(/doo_v1_[0-9a-f]{64}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Revoke the application under API, Authorized applications, or POST the token to https://cloud.digitalocean.com/v1/oauth/revoke.',
    docs,
    verify: bearer('https://api.digitalocean.com/v2/account'),
    examples: {
      match: (make) => [exampleLine('access_token: ', `doo_v1_${make(make.hex, 64)}`)],
      noMatch: (make) => [`access_token: doo_v1_${'0'.repeat(64)}`, `access_token: doo_v1_${make(make.hex, 32)}`],
    },
  },
  {
    id: 'digitalocean-oauth-refresh-token',
    title: 'DigitalOcean OAuth refresh token',
    provider: 'DigitalOcean',
    kind: 'refresh-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['dor_v1_'], pattern: token(/dor_v1_[0-9a-f]{64}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Revoke the application under API, Authorized applications.',
    docs,
    examples: {
      match: (make) => [exampleLine('refresh_token: ', `dor_v1_${make(make.hex, 64)}`)],
      noMatch: (make) => [`refresh_token: dor_v1_${'0'.repeat(64)}`, `refresh_token: dor_v1_${make(make.hex, 32)}`],
    },
  },
  ...provider('DigitalOcean', [
    {
      id: 'digitalocean-spaces-access-key-id',
      title: 'DigitalOcean Spaces access key id',
      kind: 'access-key',
      identity: 'app',
      severity: 'info',
      names: ['spaces access', 'spaces key', 'digitalocean spaces', 'do spaces', 'aws access key id'],
      anyName: true,
      value: ['DO', either('00', '80'), upperAlnum(16)],
      identifier: true,
      rotate:
        'It only names a Spaces key; replace it together with its secret under Spaces Object Storage, Access Keys.',
      docs: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    },
    {
      id: 'digitalocean-spaces-secret-key',
      title: 'DigitalOcean Spaces secret key',
      kind: 'access-key',
      identity: 'app',
      severity: 'high',
      names: ['spaces secret', 'spaces access', 'spaces key', 'digitalocean spaces', 'do spaces'],
      value: [base64(43)],
      pairsWith: { detector: 'digitalocean-spaces-access-key-id', withinBytes: 600 },
      rotate:
        'Create a second key under Spaces Object Storage, Access Keys (limited to the buckets it needs), switch over, then delete this one.',
      docs: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    },
  ]),
];
