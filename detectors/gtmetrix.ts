import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const gtmetrix = provider('GTmetrix', [
  {
    id: 'gtmetrix-api-key',
    title: 'GTmetrix API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['gtmetrix'],
    value: [hex(32)],
    rotate: 'Regenerate the API key on the account page of GTmetrix.',
    docs: 'https://gtmetrix.com/api/docs/2.0/',
    verify: basic('{value}:', 'https://gtmetrix.com/api/2.0/status'),
  },
]);
