import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

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
    rotate: 'Delete it in the ClickHouse Cloud console under API keys of the organization.',
    docs: 'https://clickhouse.com/docs/cloud/manage/openapi',
    examples: {
      match: (make) => [exampleLine('CLICKHOUSE_KEY_SECRET=', `4b1d${make(make.base62, 38)}`)],
      noMatch: (make) => [`sha: 4b1d${make(make.hex, 38)}`, `CLICKHOUSE_KEY_SECRET=4b1d${'x'.repeat(38)}`],
    },
  },
];
