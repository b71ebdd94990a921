import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { basic } from './build/verify.ts';

export const insightly = provider('Insightly', [
  {
    id: 'insightly-api-key',
    title: 'Insightly API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['insightly'],
    value: [uuid],
    rotate: 'Reset it in the user settings of Insightly, under API; the key acts with all rights of that user.',
    docs: 'https://api.insightly.com/v3.1/Help#!/Overview/Authentication',
    verify: basic('{value}:', 'https://api.na1.insightly.com/v3.1/Users/Me'),
  },
]);
