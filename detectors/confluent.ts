import type { Detector } from '../src/model/detector.ts';
import { crc32 } from 'node:zlib';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const confluent: readonly Detector[] = [
  {
    id: 'confluent-api-secret',
    title: 'Confluent Cloud API secret',
    provider: 'Confluent',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['cflt'], pattern: token(/cflt[A-Za-z0-9+/]{60}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'crc32-base64-le', skip: 4, bodyLength: 54 }],
    pairsWith: { detector: 'confluent-api-key', withinBytes: 600 },
    rotate: 'Create another key with `confluent api-key create`, switch over, then `confluent api-key delete`.',
    docs: 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html',
    examples: {
      match: (make) => {
        const body = make(make.base62, 54);
        const sum = Buffer.alloc(4);
        sum.writeUInt32LE(crc32(body));
        return [exampleLine('sasl.password=', `cflt${body}${sum.toString('base64').slice(0, 6)}`)];
      },
      noMatch: (make) => [`sasl.password=cflt${'x'.repeat(60)}`, `sasl.password=cflt${make(make.base62, 30)}`],
    },
  },
  {
    id: 'confluent-api-secret-legacy',
    title: 'Confluent Cloud API secret (older format)',
    provider: 'Confluent',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: {
      anchors: ['confluent', 'ccloud', 'kafka'],
      ignoreCase: true,
      pattern: assignment('(?:confluent|ccloud|kafka)[\\w.-]{0,24}(?:secret|password)', '(?!cflt)[A-Za-z0-9+/]{64}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'confluent-api-key', withinBytes: 600 },
    rotate: 'Create another key with `confluent api-key create`, switch over, then `confluent api-key delete`.',
    docs: 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/manage-api-keys.html',
    examples: {
      match: (make) => [exampleLine('CONFLUENT_CLOUD_API_SECRET=', make(make.base62, 64))],
      noMatch: (make) => [
        `CONFLUENT_CLOUD_API_SECRET=${'x'.repeat(64)}`,
        `CONFLUENT_CLOUD_API_SECRET=${make(make.hex, 40)}`,
      ],
    },
  },
  ...provider('Confluent Cloud', [
    {
      id: 'confluent-api-key',
      title: 'Confluent Cloud API key',
      kind: 'access-key',
      identity: 'service-account',
      severity: 'info',
      names: [
        'confluent api key',
        'confluent cloud api key',
        'ccloud api key',
        'confluent key',
        'kafka api key',
        'confluent cloud key',
        'confluent client id',
      ],
      anyName: true,
      value: [upperAlnum(16)],
      identifier: true,
      rotate: 'Names the key pair: delete the pair with `confluent api-key delete` once another is deployed.',
      docs: 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
    },
  ]),
];
