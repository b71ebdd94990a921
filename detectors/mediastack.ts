import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const mediastack = provider('mediastack', [
  {
    id: 'mediastack-access-key',
    title: 'mediastack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['mediastack'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the mediastack dashboard.',
    docs: 'https://mediastack.com/documentation',
    verify: get('https://api.mediastack.com/v1/sources?access_key={value}'),
  },
]);
