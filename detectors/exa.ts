import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const exa = provider('Exa', [
  {
    id: 'exa-api-key',
    title: 'Exa API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['exa api', 'exa key', 'exa search', 'exa ai'],
    value: [uuid],
    rotate: 'Create another key at dashboard.exa.ai/api-keys, deploy it, then delete this one there.',
    docs: 'https://docs.exa.ai/reference/getting-started',
  },
]);
