import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const gitter = provider('Gitter', [
  {
    id: 'gitter-access-token',
    title: 'Gitter access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'low',
    names: ['gitter'],
    value: [run('a-z0-9_-', 40)],
    rotate: 'Gitter moved to Matrix in 2023 and its own interface ended: remove the token from the code.',
    docs: 'https://developer.gitter.im/docs/authentication',
  },
]);
