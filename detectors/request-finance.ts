import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const requestFinance = provider('Request Finance', [
  {
    id: 'request-finance-api-key',
    title: 'Request Finance API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['request finance'],
    value: [upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7)],
    rotate:
      'Recreate the API key in Request Finance under Settings > API keys; invoices and their payers are visible to it.',
    docs: 'https://docs.request.finance/',
    verify: header('authorization', 'https://api.request.finance/invoices'),
  },
]);
