import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const veriphone = provider('Veriphone', [
  {
    id: 'veriphone-api-key',
    title: 'Veriphone API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['veriphone'],
    value: [upperAlnum(32)],
    rotate: 'Reset the key in the Veriphone control panel; credits are all that is lost with it.',
    docs: 'https://veriphone.io/docs/v2',
    verify: get('https://api.veriphone.io/v2/verify?key={value}'),
  },
]);
