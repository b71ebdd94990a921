import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const dbt: readonly Detector[] = [
  {
    id: 'dbt-service-token',
    title: 'dbt platform service account token',
    provider: 'dbt',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['dbtc_'], pattern: token(/dbtc_[\w-]{40,60}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new service token in the dbt account settings, deploy it, then delete this one.',
    docs: 'https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens',
    examples: {
      match: (make) => [exampleLine('DBT_CLOUD_API_TOKEN=', `dbtc_${make(make.base62, 50)}`)],
      noMatch: (make) => [
        `DBT_CLOUD_API_TOKEN=dbtc_${'x'.repeat(50)}`,
        `DBT_CLOUD_API_TOKEN=dbtc_${make(make.base62, 20)}`,
      ],
    },
  },
  {
    id: 'dbt-personal-access-token',
    title: 'dbt platform personal access token',
    provider: 'dbt',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['dbtu_'], pattern: token(/dbtu_[\w-]{40,60}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new personal access token in the dbt profile settings, deploy it, then delete this one.',
    docs: 'https://docs.getdbt.com/docs/dbt-cloud-apis/user-tokens',
    examples: {
      match: (make) => [exampleLine('token-value: "', `dbtu_${make(make.base62, 50)}`, '"')],
      noMatch: (make) => [
        'token-value: "dbtu_YOUR_API_TOKEN_HERE"',
        `token-value: "dbtu_${'x'.repeat(50)}"`,
        `token-value: "dbtu_${make(make.base62, 20)}"`,
      ],
    },
  },
];
