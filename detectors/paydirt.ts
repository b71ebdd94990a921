import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const paydirt = provider('Paydirt', [
  {
    id: 'paydirt-api-key',
    title: 'Paydirt API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['paydirt'],
    value: [alnum32],
    rotate: 'Replace the key in the API settings of the Paydirt account; time sheets and invoices hang on it.',
    docs: 'https://paydirtapp.com/',
    verify: get('https://paydirtapp.com/api/v1/clients?api_key={value}'),
  },
]);
