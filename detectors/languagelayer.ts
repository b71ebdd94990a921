import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const languagelayer = provider('languagelayer', [
  {
    id: 'languagelayer-access-key',
    title: 'languagelayer access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['languagelayer'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the languagelayer dashboard.',
    docs: 'https://languagelayer.com/documentation',
    verify: get('https://api.languagelayer.com/languages?access_key={value}'),
  },
]);
