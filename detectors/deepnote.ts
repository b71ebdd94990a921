import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const deepnote = provider('Deepnote', [
  {
    id: 'deepnote-api-key',
    title: 'Deepnote API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['deepnote'],
    value: ['dn_', base64url(20, 64)],
    rotate: 'Delete the key in the settings of the Deepnote workspace and create another.',
    docs: 'https://deepnote.com/docs',
  },
]);
