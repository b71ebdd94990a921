import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const userstack = provider('userstack', [
  {
    id: 'userstack-access-key',
    title: 'userstack access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['userstack'],
    value: [lowerAlnum(32)],
    rotate: 'Reset the access key on the dashboard at userstack.com; its lookups are counted against the plan.',
    docs: 'https://userstack.com/documentation',
    verify: get('https://api.userstack.com/detect?access_key={value}&ua=curl'),
  },
]);
