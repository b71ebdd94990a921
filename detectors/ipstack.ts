import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipstack = provider('ipstack', [
  {
    id: 'ipstack-access-key',
    title: 'ipstack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ipstack'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the ipstack dashboard; requests with the former one fail from then on.',
    docs: 'https://ipstack.com/documentation',
    verify: get('https://api.ipstack.com/8.8.8.8?access_key={value}'),
  },
]);
