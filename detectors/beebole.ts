import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const beebole = provider('Beebole', [
  {
    id: 'beebole-api-token',
    title: 'Beebole API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['beebole'],
    value: [hex(40)],
    rotate: 'Reset the token at the bottom of My account in Beebole; each user has one.',
    docs: 'https://beebole.com/help/api/',
  },
]);
