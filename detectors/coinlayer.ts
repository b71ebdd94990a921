import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const coinlayer = provider('Coinlayer', [
  {
    id: 'coinlayer-access-key',
    title: 'Coinlayer access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['coinlayer'],
    value: [hex(32)],
    rotate: 'Reset the access key on the Coinlayer dashboard.',
    docs: 'https://coinlayer.com/documentation',
    verify: get('https://api.coinlayer.com/list?access_key={value}'),
  },
]);
