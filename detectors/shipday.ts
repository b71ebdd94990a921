import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const shipday = provider('Shipday', [
  {
    id: 'shipday-api-key',
    title: 'Shipday API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['shipday'],
    value: [base62(10), '.', base62(20)],
    rotate: 'Regenerate the key in Shipday under Integrations; addresses of deliveries are open to it.',
    docs: 'https://docs.shipday.com/reference/authentication',
    verify: header('authorization', 'https://api.shipday.com/carriers', 'Basic '),
  },
]);
