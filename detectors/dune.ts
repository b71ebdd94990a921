import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const dune = provider('Dune', [
  {
    id: 'dune-api-key',
    title: 'Dune API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['dune api'],
    value: [base62(32)],
    rotate:
      'Create another key under Settings, API on dune.com, then delete this one; queries run with it use up the credits of the team.',
    docs: 'https://docs.dune.com/api-reference/overview/authentication',
  },
]);
