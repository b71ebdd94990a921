import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

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
];
