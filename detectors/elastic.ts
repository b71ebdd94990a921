import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { header } from './build/verify.ts';

const plausible: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }];

export const elastic: readonly Detector[] = [
  {
    id: 'elastic-cloud-api-key',
    title: 'Elastic Cloud API key',
    provider: 'Elastic',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['essu_'], pattern: token(/essu_[A-Za-z0-9+/_-]{60,200}={0,2}/, '-+/='), proof: 'format' },
    checks: plausible,
    rotate: 'Revoke it in the Elastic Cloud console under Organization, API keys.',
    docs: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
    verify: header('authorization', 'https://api.elastic-cloud.com/api/v1/deployments', 'ApiKey '),
    examples: {
      match: (make) => [exampleLine('EC_API_KEY=', `essu_${make(make.base62, 90)}==`)],
      noMatch: (make) => [`EC_API_KEY=essu_${'x'.repeat(90)}`, `EC_API_KEY=essu_${make(make.base62, 20)}`],
    },
  },
  {
    id: 'elasticsearch-api-key',
    title: 'Elasticsearch API key',
    provider: 'Elastic',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['elastic', 'authorization: apikey'],
      ignoreCase: true,
      pattern:
        /(?:elastic[\w.-]{0,24}api_?key["']?\s?[:=]\s{0,4}|authorization: apikey )["']?(?<secret>[A-Za-z0-9+/]{54,80}={0,2}|[\w-]{20}:[\w-]{22})(?![\w+/=-])/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.8 }],
    rotate: 'Invalidate it with DELETE /_security/api_key, and create one with role descriptors and an expiration.',
    docs: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-security-invalidate-api-key',
    verify: header('authorization', 'https://{host}/_security/_authenticate', 'ApiKey '),
    examples: {
      match: (make) => [
        exampleLine(
          'ELASTICSEARCH_API_KEY=',
          Buffer.from(`${make(make.base62, 20)}:${make(make.base62, 22)}`).toString('base64'),
        ),
        exampleLine(
          'Authorization: ApiKey ',
          Buffer.from(`${make(make.base62, 20)}:${make(make.base62, 22)}`).toString('base64'),
        ),
      ],
      noMatch: (make) => [`ELASTICSEARCH_API_KEY=${'x'.repeat(60)}`, `ELASTICSEARCH_API_KEY=${make(make.base62, 20)}`],
    },
  },
];
