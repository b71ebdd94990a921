import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const deviantart = provider('DeviantArt', [
  {
    id: 'deviantart-client-secret',
    title: 'DeviantArt client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['deviantart', 'deviant art'],
    value: [hex(32)],
    rotate: 'Reset the client secret of the application at deviantart.com/developers/apps.',
    docs: 'https://www.deviantart.com/developers/authentication',
  },
]);
