import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const musixmatch = provider('Musixmatch', [
  {
    id: 'musixmatch-api-key',
    title: 'Musixmatch API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['musixmatch'],
    value: [hex(32)],
    rotate: 'Make a new application at developer.musixmatch.com and delete the one with this key.',
    docs: 'https://docs.musixmatch.com/lyrics-api/introduction',
  },
]);
