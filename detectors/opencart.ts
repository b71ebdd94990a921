import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const opencart = provider('OpenCart', [
  {
    id: 'opencart-api-key',
    title: 'OpenCart API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['opencart', 'open cart'],
    value: [base62(256)],
    rotate: 'Generate another key in the admin panel under System > Users > API, limit its addresses, and save.',
    docs: 'https://docs.opencart.com/en-gb/system/users/api/',
  },
]);
