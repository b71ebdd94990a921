import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const glitch = provider('Glitch', [
  {
    id: 'glitch-project-token',
    title: 'Glitch project token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    value: ['glitch-', uuid],
    rotate: 'Glitch stopped hosting projects in July 2025: remove the token from the code.',
    docs: 'https://help.glitch.com/hc/en-us/articles/16287495688717-Project-Tokens',
  },
]);
