import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const hunterIo = provider('Hunter', [
  {
    id: 'hunter-api-key',
    title: 'Hunter API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['hunter api', 'hunter io', 'hunter key'],
    value: [hex(40)],
    rotate: 'Add a new secret key at hunter.io/api-keys, deploy it, then delete this one there.',
    docs: 'https://hunter.io/api-documentation',
    verify: get('https://api.hunter.io/v2/account?api_key={value}'),
  },
]);
