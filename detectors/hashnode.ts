import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const hashnode = provider('Hashnode', [
  {
    id: 'hashnode-personal-access-token',
    title: 'Hashnode personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['hashnode'],
    value: [uuid],
    rotate: 'Revoke it in the developer settings of the Hashnode account and generate another there.',
    docs: 'https://apidocs.hashnode.com/',
  },
]);
