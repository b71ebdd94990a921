import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const deepai = provider('DeepAI', [
  {
    id: 'deepai-api-key',
    title: 'DeepAI API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['deepai', 'deep ai'],
    value: [uuid],
    rotate: 'Replace the key on the dashboard at deepai.org; calls made with it are charged to the account.',
    docs: 'https://deepai.org/docs',
  },
]);
