import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const cockroachdb = provider('CockroachDB Cloud', [
  {
    id: 'cockroachdb-cloud-api-key',
    title: 'CockroachDB Cloud API key',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    value: ['CCDB1_', base62(22), '_', base62(40)],
    rotate:
      'Create another key for the service account under Access Management, then delete this one in the same place.',
    docs: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access#api-access',
    verify: bearer('https://cockroachlabs.cloud/api/v1/clusters'),
  },
]);
