import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const dhl = provider('DHL', [
  {
    id: 'dhl-api-key',
    title: 'DHL API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['dhl api', 'dhl client', 'dhl consumer'],
    value: [base62(32)],
    rotate: 'Create a new app at developer.dhl.com, move to its key and secret, then delete the old app.',
    docs: 'https://developer.dhl.com/api-reference/authentication-api-dhl-freight',
  },
]);
