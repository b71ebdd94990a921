import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const fxmarket = provider('FX Market API', [
  {
    id: 'fxmarket-api-key',
    title: 'FX Market API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['fxmarket', 'fx market'],
    value: [base64url(20)],
    rotate: 'Renew the key in the account at fxmarketapi.com.',
    docs: 'https://fxmarketapi.com/documentation',
  },
]);
