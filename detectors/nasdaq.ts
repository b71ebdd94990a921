import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

export const nasdaq = provider('Nasdaq Data Link', [
  {
    id: 'nasdaq-data-link-api-key',
    title: 'Nasdaq Data Link (Quandl) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['nasdaq', 'quandl'],
    value: [base64url(20)],
    rotate: 'Regenerate the key in the account settings at data.nasdaq.com; the old one ends at once.',
    docs: 'https://docs.data.nasdaq.com/docs/getting-started',
    verify: get('https://data.nasdaq.com/api/v3/datatables/NDAQ/USEDHCDATA?api_key={value}'),
  },
]);
