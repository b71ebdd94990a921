import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const rainforestPay = provider('Rainforest', [
  {
    id: 'rainforest-pay-api-key',
    title: 'Rainforest API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['rainforest'],
    anyName: true,
    value: ['apikey_', hex(64)],
    rotate:
      'Create another API key in the Rainforest portal, deploy it, then deactivate this one: merchants and payouts are behind it.',
    docs: 'https://docs.rainforestpay.com/docs/authentication',
    verify: bearer('https://api.rainforestpay.com/v1/merchants'),
  },
]);
