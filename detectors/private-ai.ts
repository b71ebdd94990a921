import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const privateAi = provider('Private AI', [
  {
    id: 'private-ai-api-key',
    title: 'Private AI API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['private ai api', 'private ai key', 'private ai token', 'privateai'],
    value: [{ ...hex(32), source: '[a-z0-9]{32}' }],
    rotate: 'Create another key in the Private AI portal and delete this one.',
    docs: 'https://docs.private-ai.com/',
  },
]);
