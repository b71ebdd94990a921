import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const ticketmaster = provider('Ticketmaster', [
  {
    id: 'ticketmaster-api-key',
    title: 'Ticketmaster API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['ticket master'],
    value: [base62(32)],
    rotate:
      'Delete the app under My Apps at developer.ticketmaster.com and add another, which gets its own consumer key.',
    docs: 'https://developer.ticketmaster.com/products-and-docs/apis/getting-started/',
    verify: get('https://app.ticketmaster.com/discovery/v2/events.json?size=1&apikey={value}'),
  },
]);
