import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const cloudmersive = provider('Cloudmersive', [
  {
    id: 'cloudmersive-api-key',
    title: 'Cloudmersive API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['cloudmersive'],
    value: [uuid],
    rotate: 'Delete the key under API Keys in the Cloudmersive account and add another.',
    docs: 'https://api.cloudmersive.com/docs/',
  },
]);
