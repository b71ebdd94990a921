import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const clojars = provider('Clojars', [
  {
    id: 'clojars-deploy-token',
    title: 'Clojars deploy token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['CLOJARS_', lowerAlnum(20), lowerAlnum(20), lowerAlnum(20)],
    rotate:
      'Disable the token under Deploy Tokens at clojars.org, look through releases made since, and scope the next one to a group or artifact.',
    docs: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
  },
]);
