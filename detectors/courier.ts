import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const courier = provider('Courier', [
  {
    id: 'courier-api-key',
    title: 'Courier API key (production)',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['pk_prod_', upperAlnum(28)],
    rotate:
      'Roll the key under Settings, API Keys of the Courier workspace; whoever has it can send messages in your name.',
    docs: 'https://www.courier.com/docs/reference/auth/',
    verify: bearer('https://api.courier.com/brands'),
  },
  {
    id: 'courier-test-api-key',
    title: 'Courier API key (test)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['courier'],
    anyName: true,
    value: ['pk_test_', upperAlnum(28)],
    rotate: 'Roll the test key under Settings, API Keys of the Courier workspace.',
    docs: 'https://www.courier.com/docs/reference/auth/',
    verify: bearer('https://api.courier.com/brands'),
  },
]);
