import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';

export const finicity = provider('Finicity', [
  {
    id: 'finicity-app-key',
    title: 'Finicity (Mastercard Open Finance) app key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['finicity'],
    value: [hex(32)],
    rotate:
      'Create another app key for the project in the Mastercard developer dashboard, move to it, then delete this one.',
    docs: 'https://developer.mastercard.com/open-finance-us/documentation/',
  },
  {
    id: 'finicity-partner-secret',
    title: 'Finicity (Mastercard Open Finance) partner secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['finicity'],
    value: [base62(20)],
    rotate:
      'Change the partner secret with PUT /aggregation/v2/partners/authentication and deploy the new one: it opens the bank data of customers.',
    docs: 'https://developer.mastercard.com/open-finance-us/documentation/',
  },
]);
