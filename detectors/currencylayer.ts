import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const currencylayer = provider('currencylayer', [
  {
    id: 'currencylayer-access-key',
    title: 'currencylayer access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['currencylayer', 'currency layer'],
    value: [hex(32)],
    rotate: 'Reset the API key on the currencylayer dashboard and put the new key into every client.',
    docs: 'https://currencylayer.com/documentation',
    verify: get('https://api.currencylayer.com/live?access_key={value}'),
  },
]);
