import { crc32 } from 'node:zlib';
import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.2 }];

export const grafana: readonly Detector[] = [
  {
    id: 'grafana-service-account-token',
    title: 'Grafana service account token',
    provider: 'Grafana',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['glsa_'], pattern: token(/glsa_[A-Za-z0-9]{32}_[0-9a-fA-F]{8}/), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-hex', skip: 0, order: 'le', trim: 1 }],
    rotate: 'Delete it under Administration, Service accounts, and add a token with an expiry.',
    docs: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    verify: bearer('https://{host}/api/org'),
    examples: {
      match: (make) => {
        const head = `glsa_${make(make.base62, 32)}`;
        const sum = Buffer.alloc(4);
        sum.writeUInt32LE(crc32(head));
        return [exampleLine('Authorization: Bearer ', `${head}_${sum.toString('hex')}`)];
      },
      noMatch: (make) => [
        `Authorization: Bearer glsa_${'x'.repeat(32)}_00000000`,
        `Authorization: Bearer glsa_${make(make.base62, 32)}`,
      ],
    },
  },
  {
    id: 'grafana-cloud-access-policy-token',
    title: 'Grafana Cloud access policy token',
    provider: 'Grafana',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['glc_'], pattern: token(/glc_[A-Za-z0-9+/_-]{32,400}={0,3}/, '-+/='), proof: 'format' },
    checks: [...plausible, { check: 'base64-prefix', skip: 4, hex: '7b226f223a', wrong: 'keep' }],
    rotate: 'Delete it in the Cloud portal under Access Policies, and add a token with an expiry.',
    docs: 'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
    examples: {
      match: (make) => [
        exampleLine(
          'GRAFANA_CLOUD_TOKEN=',
          `glc_${Buffer.from(JSON.stringify({ o: '110', n: 'ci', k: make(make.base62, 24), m: { r: 'eu' } })).toString('base64')}`,
        ),
      ],
      noMatch: (make) => [
        `GRAFANA_CLOUD_TOKEN=glc_eyJ${'x'.repeat(80)}`,
        `GRAFANA_CLOUD_TOKEN=glc_eyJ${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'grafana-api-key',
    title: 'Grafana API key (older format)',
    provider: 'Grafana',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['eyJrIjoi'], pattern: token(/eyJrIjoi[A-Za-z0-9+/]{60,400}={0,2}/, '-+/='), proof: 'format' },
    checks: plausible,
    rotate: 'Migrate API keys to service accounts under Administration, then delete this one.',
    docs: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/',
    verify: bearer('https://{host}/api/org'),
    examples: {
      match: (make) => [
        exampleLine(
          'GRAFANA_API_KEY=',
          Buffer.from(JSON.stringify({ k: make(make.base62, 32), n: 'deploy-key', id: 1 })).toString('base64'),
        ),
      ],
      noMatch: (make) => [
        `GRAFANA_API_KEY=eyJrIjoi${'x'.repeat(80)}`,
        `GRAFANA_API_KEY=eyJrIjoi${make(make.base62, 20)}`,
      ],
    },
  },
];
