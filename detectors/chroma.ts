import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const chroma = provider('ChromaDB', [
  {
    id: 'chroma-cloud-api-key',
    title: 'Chroma Cloud API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['chroma'],
    value: ['ck-', base62(40, 48)],
    rotate:
      'Delete the key under Settings of the database in Chroma Cloud and create another; a key is bound to a database or a tenant.',
    docs: 'https://docs.trychroma.com/cloud/getting-started',
    verify: header('x-chroma-token', 'https://api.trychroma.com/api/v2/auth/identity'),
  },
]);
