import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const verimail = provider('Verimail', [
  {
    id: 'verimail-api-key',
    title: 'Verimail API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['verimail'],
    value: [upperAlnum(32)],
    rotate: 'Delete the key on the API keys page of the Verimail account and add another; its verifications are paid.',
    docs: 'https://verimail.io/docs',
  },
]);
