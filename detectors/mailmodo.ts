import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const mailmodo = provider('Mailmodo', [
  {
    id: 'mailmodo-api-key',
    title: 'Mailmodo API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['mailmodo', 'mmapikey', 'mm api key'],
    value: [upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7), '-', upperAlnum(7)],
    rotate: 'Create another key in Mailmodo under Settings, API keys, and delete this one.',
    docs: 'https://www.mailmodo.com/developers/',
    verify: header('mmapikey', 'https://api.mailmodo.com/api/v1/campaigns'),
  },
]);
