import { provider } from './build/provider.ts';
import { hex, base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const meilisearch = provider('Meilisearch', [
  {
    id: 'meilisearch-api-key',
    title: 'Meilisearch API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['meilisearch', 'meili'],
    value: [hex(64)],
    rotate: 'Delete the key with DELETE /keys/{uid} of the server and create one for the indexes and actions needed.',
    docs: 'https://www.meilisearch.com/docs/learn/security/basic_security',
    verify: bearer('{server}/version'),
  },
  {
    id: 'meilisearch-master-key',
    title: 'Meilisearch master key',
    kind: 'password',
    identity: 'account-root',
    severity: 'critical',
    names: ['meilisearch', 'meili'],
    value: [base64url(43)],
    rotate: 'Restart the server with another --master-key: all its API keys are derived from it and change too.',
    docs: 'https://www.meilisearch.com/docs/learn/security/resetting_master_key',
    verify: bearer('{server}/keys'),
  },
]);
