import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const mailsac = provider('Mailsac', [
  {
    id: 'mailsac-api-key',
    title: 'Mailsac API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['mailsac'],
    anyName: true,
    value: ['k_', base62(36, 64)],
    rotate: 'Delete it at mailsac.com/api-keys and create another; it opens every private inbox of the account.',
    docs: 'https://docs.mailsac.com/en/latest/accounts/accounts.html#api-keys',
    verify: header('mailsac-key', 'https://mailsac.com/api/me'),
  },
]);
