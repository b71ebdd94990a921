import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const currencyscoop = provider('CurrencyBeacon', [
  {
    id: 'currencyscoop-api-key',
    title: 'CurrencyBeacon (CurrencyScoop) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['currencyscoop', 'currencybeacon'],
    value: [alnum(32)],
    rotate: 'Renew the key in the CurrencyBeacon account area; CurrencyScoop is the former name of the same service.',
    docs: 'https://currencybeacon.com/api-documentation',
    verify: bearer('https://api.currencybeacon.com/v1/latest?base=USD'),
  },
]);
