import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const couchbase = provider('Couchbase', [
  {
    id: 'couchbase-capella-api-key',
    title: 'Couchbase Capella management API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['couchbase', 'capella'],
    value: [base64(60, 120), optional('='), optional('=')],
    rotate:
      'Add another API key under Settings, API Keys of the Capella organization (or project), switch over, then delete this one, which ends it.',
    docs: 'https://docs.couchbase.com/cloud/management-api-guide/management-api-start.html',
    verify: bearer('https://cloudapi.cloud.couchbase.com/v4/organizations'),
  },
]);
