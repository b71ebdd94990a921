import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const currencyfreaks = provider('CurrencyFreaks', [
  {
    id: 'currencyfreaks-api-key',
    title: 'CurrencyFreaks API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['currencyfreaks', 'currency freaks'],
    value: [hex(32)],
    rotate: 'Reset the key on the dashboard at currencyfreaks.com; requests with the present one then fail.',
    docs: 'https://currencyfreaks.com/documentation.html',
    verify: get('https://api.currencyfreaks.com/v2.0/rates/latest?apikey={value}'),
  },
]);
