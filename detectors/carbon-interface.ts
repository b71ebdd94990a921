import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const carbonInterface = provider('Carbon Interface', [
  {
    id: 'carbon-interface-api-key',
    title: 'Carbon Interface API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['carbon interface'],
    value: [base62(21)],
    rotate: 'Cycle the key on the account page of Carbon Interface.',
    docs: 'https://docs.carboninterface.com/#/?id=authentication',
    verify: bearer('https://www.carboninterface.com/api/v1/auth'),
  },
]);
