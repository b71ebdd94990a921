import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const tiingo = provider('Tiingo', [
  {
    id: 'tiingo-api-token',
    title: 'Tiingo API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['tiingo'],
    value: [hex(40)],
    rotate: 'Reset the token on the API page of the account at tiingo.com; the value before it ends at once.',
    docs: 'https://www.tiingo.com/documentation/general/connecting',
    verify: header('authorization', 'https://api.tiingo.com/api/test', 'Token '),
  },
]);
