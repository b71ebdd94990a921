import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { bearer, basic } from './build/verify.ts';

export const mailjet = provider('Mailjet', [
  {
    id: 'mailjet-api-key',
    title: 'Mailjet API key (public part)',
    kind: 'access-key',
    identity: 'account-root',
    severity: 'info',
    names: ['mailjet api key', 'mailjet apikey', 'mailjet key', 'mailjet public', 'mj apikey public', 'mj api key'],
    value: [hex(32)],
    identifier: true,
    rotate: 'Delete the key it belongs to in Mailjet under Account settings, API key management.',
    docs: 'https://dev.mailjet.com/email/reference/overview/authentication/',
  },
  {
    id: 'mailjet-secret-key',
    title: 'Mailjet secret key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: [
      'mailjet secret',
      'mailjet api secret',
      'mailjet private',
      'mailjet pass',
      'mailjet api key private',
      'mailjet apikey private',
      'mailjet key private',
      'mj apikey private',
      'mj api secret',
      'mj secret',
    ],
    value: [hex(32)],
    pairsWith: { detector: 'mailjet-api-key', withinBytes: 600 },
    rotate:
      'Make a sub-account key in Mailjet under Account settings, API key management, switch over, then regenerate the secret of this one.',
    docs: 'https://dev.mailjet.com/email/reference/overview/authentication/',
    verify: basic('{id}:{value}', 'https://api.mailjet.com/v3/REST/apikey'),
  },
  {
    id: 'mailjet-sms-token',
    title: 'Mailjet SMS API token',
    kind: 'access-token',
    identity: 'account-root',
    severity: 'medium',
    names: ['mailjet', 'mj token', 'mj sms'],
    value: [base62(87), '='],
    rotate: 'Delete it in Mailjet on the SMS dashboard under Tokens and generate another.',
    docs: 'https://dev.mailjet.com/sms/reference/overview/authentication/',
    verify: bearer('https://api.mailjet.com/v4/sms/count'),
  },
]);
