import { provider } from './build/provider.ts';
import { base62, digits } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */
const alnum = { ...base62(30, 100), alphabet: digits(1).alphabet };

export const mailersend = provider('MailerSend', [
  {
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['mlsn.', alnum],
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
