import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const upcdatabase = provider('UPC Database', [
  {
    id: 'upcdatabase-api-token',
    title: 'UPC Database API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['upc database'],
    value: [upperAlnum(32)],
    rotate: 'Delete the token under API Tokens on the account page of upcdatabase.org and make a new one.',
    docs: 'https://upcdatabase.org/api',
    verify: bearer('https://api.upcdatabase.org/product/0111222333446'),
  },
]);
