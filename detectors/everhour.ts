import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const everhour = provider('Everhour', [
  {
    id: 'everhour-api-key',
    title: 'Everhour API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['everhour'],
    value: [hex(4), '-', hex(4), '-', hex(6), '-', hex(6), '-', hex(8)],
    rotate: 'Reset the API token at the end of the profile page in Everhour.',
    docs: 'https://everhour.docs.apiary.io/',
    verify: header('x-api-key', 'https://api.everhour.com/users/me'),
  },
]);
