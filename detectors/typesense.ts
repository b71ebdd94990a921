import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const typesense = provider('Typesense', [
  {
    id: 'typesense-api-key',
    title: 'Typesense API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['typesense'],
    value: [base62(32)],
    rotate:
      'Delete the key with DELETE /keys/ID and make one for the actions and collections needed; the bootstrap admin key is changed in the server configuration.',
    docs: 'https://typesense.org/docs/30.1/api/api-keys.html',
    verify: header('x-typesense-api-key', 'https://{host}/collections'),
  },
]);
