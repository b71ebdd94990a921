import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const viber = provider('Viber', [
  {
    id: 'viber-bot-token',
    title: 'Viber bot authentication token',
    kind: 'access-token',
    identity: 'bot',
    severity: 'high',
    names: ['viber'],
    value: [lowerAlnum(16), '-', lowerAlnum(16), '-', lowerAlnum(16)],
    rotate:
      'Ask for a new token on the Edit Info page of the bot at partners.viber.com, then set its webhook again with the new one.',
    docs: 'https://developers.viber.com/docs/api/rest-bot-api/#authentication-token',
  },
]);
