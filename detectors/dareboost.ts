import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const dareboost = provider('Dareboost', [
  {
    id: 'dareboost-api-token',
    title: 'Dareboost API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['dareboost'],
    value: [base62(60)],
    rotate: 'Ask for another token in the account of Dareboost, which revokes this one.',
    docs: 'https://www.dareboost.com/en/documentation-api',
  },
]);
