import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const axonaut = provider('Axonaut', [
  {
    id: 'axonaut-api-key',
    title: 'Axonaut API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['axonaut'],
    value: [hex(32)],
    rotate:
      'Regenerate the key under Configuration, API in Axonaut; invoices and customers of the company are open to whoever has it.',
    docs: 'https://axonaut.com/api/v2/doc',
    verify: header('userapikey', 'https://axonaut.com/api/v2/me'),
  },
]);
