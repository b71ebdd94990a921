import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const exchangerateApi = provider('ExchangeRate-API', [
  {
    id: 'exchangerate-api-key',
    title: 'ExchangeRate-API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['exchangerate', 'exchange rate'],
    value: [hex(24)],
    rotate: 'Reset the key on the dashboard at app.exchangerate-api.com.',
    docs: 'https://www.exchangerate-api.com/docs/authentication',
    verify: bearer('https://v6.exchangerate-api.com/v6/latest/USD'),
  },
]);
