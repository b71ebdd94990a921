import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const uploadcare = provider('Uploadcare', [
  {
    id: 'uploadcare-public-key',
    title: 'Uploadcare public key',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['uploadcare pub'],
    anyName: true,
    value: [hex(20)],
    rotate:
      'Public keys stand in pages; delete the secret key that leaked beside it on the API keys page of the project.',
    docs: 'https://uploadcare.com/docs/keys/',
  },
  {
    id: 'uploadcare-secret-key',
    title: 'Uploadcare secret key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['uploadcare secret', 'uploadcare private'],
    value: [hex(20, 32)],
    pairsWith: { detector: 'uploadcare-public-key', withinBytes: 600 },
    rotate:
      'Add another secret key on the API keys page of the Uploadcare project, deploy it, then delete this one; it can delete every file.',
    docs: 'https://uploadcare.com/docs/keys/',
  },
]);
