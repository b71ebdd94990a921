import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const stormboard = provider('Stormboard', [
  {
    id: 'stormboard-api-key',
    title: 'Stormboard API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['stormboard'],
    value: [hex(40)],
    rotate: 'Regenerate the key under My Account, API in Stormboard; boards are open to whoever has it until then.',
    docs: 'https://api.stormboard.com/docs',
    verify: header('x-api-key', 'https://api.stormboard.com/users/profile'),
  },
]);
