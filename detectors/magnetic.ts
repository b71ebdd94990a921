import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const magnetic = provider('Magnetic', [
  {
    id: 'magnetic-api-token',
    title: 'Magnetic API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['magnetic hq', 'magnetic api', 'magnetic token'],
    value: [uuid],
    rotate: 'Replace the token in the Magnetic settings of its user, under API.',
    docs: 'https://magnetichq.com/',
  },
]);
