import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const marketstack = provider('marketstack', [
  {
    id: 'marketstack-access-key',
    title: 'marketstack access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['marketstack', 'market stack'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the marketstack dashboard.',
    docs: 'https://marketstack.com/documentation',
    verify: get('https://api.marketstack.com/v2/exchanges?access_key={value}'),
  },
]);
