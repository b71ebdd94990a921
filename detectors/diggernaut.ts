import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const diggernaut = provider('Diggernaut', [
  {
    id: 'diggernaut-api-key',
    title: 'Diggernaut API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['diggernaut'],
    value: [hex(40)],
    rotate: 'Regenerate the key in the profile of the account at diggernaut.com.',
    docs: 'https://www.diggernaut.com/',
    verify: header('authorization', 'https://www.diggernaut.com/api/projects', 'Token '),
  },
]);
