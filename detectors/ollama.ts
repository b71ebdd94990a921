import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';

export const ollama = provider('Ollama', [
  {
    id: 'ollama-api-key',
    title: 'Ollama cloud API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['ollama'],
    value: [hex(32), '.', base64url(24)],
    rotate: 'Delete the key at ollama.com/settings/keys and create another for the cloud models.',
    docs: 'https://docs.ollama.com/api/authentication',
  },
]);
