import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const ipinfodb = provider('IPInfoDB', [
  {
    id: 'ipinfodb-api-key',
    title: 'IPInfoDB API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ipinfodb'],
    value: [hex(64)],
    rotate: 'Ask for another key in the IPInfoDB account.',
    docs: 'https://www.ipinfodb.com/api',
    verify: get('https://api.ipinfodb.com/v3/ip-country/?key={value}&ip=8.8.8.8&format=json'),
  },
]);
