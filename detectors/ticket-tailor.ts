import { provider } from './build/provider.ts';
import { digits, hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const ticketTailor = provider('Ticket Tailor', [
  {
    id: 'ticket-tailor-api-key',
    title: 'Ticket Tailor API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['ticket tailor'],
    value: ['sk_', digits(2, 8), '_', digits(4, 10), '_', hex(32)],
    rotate:
      'Create a key under Box office settings, API in Ticket Tailor, put it in place and delete this one: it reads orders and buyers.',
    docs: 'https://developers.tickettailor.com/',
    verify: basic('{value}:', 'https://api.tickettailor.com/v1/orders'),
  },
]);
