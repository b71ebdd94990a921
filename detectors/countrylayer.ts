import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const countrylayer = provider('countrylayer', [
  {
    id: 'countrylayer-access-key',
    title: 'countrylayer access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['countrylayer', 'country layer'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the countrylayer dashboard; the previous one is refused from then on.',
    docs: 'https://countrylayer.com/documentation/',
    verify: get('https://api.countrylayer.com/v2/all?access_key={value}'),
  },
]);
