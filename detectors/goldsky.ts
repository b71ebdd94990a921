import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const goldsky = provider('Goldsky', [
  {
    id: 'goldsky-api-key',
    title: 'Goldsky API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['goldsky'],
    value: [alnum(25, 40)],
    rotate: 'Delete the key in the Goldsky project under Settings, API keys, and make another.',
    docs: 'https://docs.goldsky.com/reference/cli',
  },
]);
