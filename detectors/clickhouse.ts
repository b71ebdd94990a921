import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const clickhouse: readonly Detector[] = [
  {
    id: 'clickhouse-cloud-api-secret',
    title: 'ClickHouse Cloud API key secret',
    provider: 'ClickHouse',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['4b1d'], pattern: token(/4b1d[A-Za-z0-9]{38}/, '-+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    pairsWith: { detector: 'clickhouse-cloud-key-id', withinBytes: 600 },
    rotate: 'Delete it in the ClickHouse Cloud console under API keys of the organization.',
    docs: 'https://clickhouse.com/docs/cloud/manage/openapi',
    examples: {
      match: (make) => [exampleLine('CLICKHOUSE_KEY_SECRET=', `4b1d${make(make.base62, 38)}`)],
      noMatch: (make) => [`sha: 4b1d${make(make.hex, 38)}`, `CLICKHOUSE_KEY_SECRET=4b1d${'x'.repeat(38)}`],
    },
  },
  ...provider('ClickHouse', [
    {
      id: 'clickhouse-cloud-key-id',
      title: 'ClickHouse Cloud API key id',
      kind: 'access-key',
      identity: 'app',
      severity: 'info',
      names: [
        'clickhouse key id',
        'clickhouse cloud key id',
        'clickhouse api key id',
        'clickhouse cloud api key',
        'clickhouse id',
      ],
      anyName: true,
      value: [base62(20)],
      identifier: true,
      rotate: 'Names the API key: disable or delete that key under API keys of the organisation.',
      docs: 'https://clickhouse.com/docs/cloud/manage/openapi',
    },
  ]),
];
