import { provider } from './build/provider.ts';
import { lowerAlnum, optional } from './build/value.ts';
import { header } from './build/verify.ts';

/** Keys are 20 characters; later ones are two such halves. */
export const finnhub = provider('Finnhub', [
  {
    id: 'finnhub-api-key',
    title: 'Finnhub API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['finnhub'],
    value: [lowerAlnum(20), optional(lowerAlnum(20))],
    rotate: 'Regenerate the key on the dashboard at finnhub.io.',
    docs: 'https://finnhub.io/docs/api/authentication',
    verify: header('x-finnhub-token', 'https://finnhub.io/api/v1/quote?symbol=AAPL'),
  },
]);
