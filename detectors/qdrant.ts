import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const qdrant = provider('Qdrant', [
  {
    id: 'qdrant-api-key',
    title: 'Qdrant Cloud API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['qdrant'],
    value: [base64url(54)],
    rotate: 'Create a database key in the Qdrant Cloud console for the cluster, switch over, then delete this one.',
    docs: 'https://qdrant.tech/documentation/cloud/authentication/',
    verify: header('api-key', 'https://{cluster}/collections'),
  },
]);
