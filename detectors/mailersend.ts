import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Letters of both cases may stand in it and need not: known values are hexadecimal, other tools take all letters. */
const alnum = { ...base62(30, 100), alphabet: hex(1).alphabet };

export const mailersend = provider('MailerSend', [
  {
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['mlsn.', alnum],
    rotate:
      'Delete or pause it in MailerSend under Integrations, API tokens, once a token limited to sending from one domain took its place.',
    docs: 'https://developers.mailersend.com/general.html#authentication',
    verify: bearer('https://api.mailersend.com/v1/api-quota'),
  },
]);
