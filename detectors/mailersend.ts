import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const mailersend = provider('MailerSend', [
  {
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['mlsn.', alnum(30, 100)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate:
      'Delete or pause it in MailerSend under Integrations, API tokens, once a token limited to sending from one domain took its place.',
    docs: 'https://developers.mailersend.com/general.html#authentication',
    verify: bearer('https://api.mailersend.com/v1/api-quota'),
  },
]);
