import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const apilayer = provider('Apilayer', [
  {
    id: 'apilayer-api-key',
    title: 'Apilayer API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['apilayer'],
    value: [base62(32)],
    rotate:
      'Create a new key under Account, API keys at apilayer.com and remove this one; it serves all products the account subscribed to.',
    docs: 'https://apilayer.com/docs',
    verify: header('apikey', 'https://api.apilayer.com/number_verification/countries'),
  },
]);
