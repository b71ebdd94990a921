import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const apifonica = provider('Apifonica', [
  {
    id: 'apifonica-auth-token',
    title: 'Apifonica authentication token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['apifonica'],
    value: [lowerAlnum(8, 11), '-', lowerAlnum(4), '-', lowerAlnum(4), '-', lowerAlnum(4), '-', lowerAlnum(12)],
    rotate:
      'Have the token of the account reissued in the Apifonica cabinet; calls and messages are paid by whoever owns it.',
    docs: 'https://www.apifonica.com/en/docs/api/',
  },
]);
