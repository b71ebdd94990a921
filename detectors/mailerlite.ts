import { provider } from './build/provider.ts';
import { hex, base64url } from './build/value.ts';
import { bearer, header } from './build/verify.ts';

export const mailerlite = provider('MailerLite', [
  {
    id: 'mailerlite-api-token',
    title: 'MailerLite API token',
    kind: 'jwt',
    identity: 'account-root',
    severity: 'high',
    names: ['mailerlite', 'mailer lite'],
    anyName: true,
    value: ['eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.', base64url(150, 800), '.', base64url(300, 800)],
    extract: ['jwt-claims'],
    rotate:
      'Generate another token in MailerLite under Integrations, API, deploy it, then delete this one; it reads and mails all subscribers.',
    docs: 'https://developers.mailerlite.com/docs/#authentication',
    verify: bearer('https://connect.mailerlite.com/api/groups?limit=1'),
  },
  {
    id: 'mailerlite-classic-api-key',
    title: 'MailerLite Classic API key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'high',
    names: ['mailerlite', 'mailer lite'],
    value: [hex(32)],
    rotate:
      'Reset the key in MailerLite Classic under Integrations, Developer API; everything that uses the old one stops.',
    docs: 'https://developers-classic.mailerlite.com/docs/authentication',
    verify: header('x-mailerlite-apikey', 'https://api.mailerlite.com/api/v2/me'),
  },
]);
