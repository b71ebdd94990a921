import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { bearer } from './build/verify.ts';

const plausibleHex: Detector['checks'] = [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }];

export const databricks: readonly Detector[] = [
  {
    id: 'databricks-token',
    title: 'Databricks personal access token or OAuth secret',
    provider: 'Databricks',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: {
      anchors: ['dapi', 'dose'],
      pattern: token(/(?:dapi[0-9a-f]{32}(?:-\d{1,2})?|dose[0-9a-f]{32})/),
      proof: 'format',
    },
    checks: plausibleHex,
    rotate:
      'Revoke it with `databricks tokens delete`, or delete the secret of the service principal; prefer OIDC federation for machines.',
    docs: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    verify: bearer('https://{workspace}/api/2.0/preview/scim/v2/Me'),
    examples: {
      match: (make) => [
        exampleLine('DATABRICKS_TOKEN=', `dapi${make(make.hex, 32)}`),
        exampleLine('token = ', `dapi${make(make.hex, 32)}-2`),
        exampleLine('client_secret = ', `dose${make(make.hex, 32)}`),
      ],
      noMatch: (make) => [`DATABRICKS_TOKEN=dapi${'0'.repeat(32)}`, `DATABRICKS_TOKEN=dapi${make(make.hex, 20)}`],
    },
  },
];
