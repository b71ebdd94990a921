import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const hiveage = provider('Hiveage', [
  {
    id: 'hiveage-api-key',
    title: 'Hiveage API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['hiveage'],
    value: [base64url(20)],
    rotate:
      'Reset the API key in the Hiveage account settings, under API; invoices and clients are open to its holder until then.',
    docs: 'https://www.hiveage.com/docs/api/',
  },
]);
