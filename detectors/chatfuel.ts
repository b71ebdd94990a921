import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const chatfuel = provider('Chatfuel', [
  {
    id: 'chatfuel-api-token',
    title: 'Chatfuel API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    names: ['chatfuel'],
    value: [base62(128)],
    rotate:
      'Generate a new token under Configure, JSON API of the bot in Chatfuel; broadcasts with the old one are then refused.',
    docs: 'https://docs.chatfuel.com/en/articles/790461-broadcasting-api',
    verify: bearer('https://dashboard.chatfuel.com/api/bots'),
  },
]);
