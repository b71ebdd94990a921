import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipapi = provider('ipapi', [
  {
    id: 'ipapi-access-key',
    title: 'ipapi access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ipapi', 'ip api key', 'ip api access'],
    value: [hex(32)],
    rotate: 'Reset the access key on the ipapi dashboard; the former one stops at once.',
    docs: 'https://ipapi.com/documentation',
    verify: get('https://api.ipapi.com/api/8.8.8.8?access_key={value}'),
  },
]);
