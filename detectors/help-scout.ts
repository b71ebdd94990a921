import { provider } from './build/provider.ts';
import { hex, base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const helpScout = provider('Help Scout', [
  {
    id: 'help-scout-docs-api-key',
    title: 'Help Scout Docs API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['helpscout', 'help scout', 'docsapi'],
    value: [hex(40)],
    rotate:
      'Generate another key under Your Profile, Authentication, API Keys in Help Scout; the former one stops then.',
    docs: 'https://developer.helpscout.com/docs-api/',
    verify: basic('{value}:X', 'https://docsapi.helpscout.net/v1/sites'),
  },
  {
    id: 'help-scout-client-secret',
    title: 'Help Scout OAuth app secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: [
      'helpscout secret',
      'help scout secret',
      'helpscout app secret',
      'help scout app secret',
      'helpscout client secret',
      'help scout client secret',
      'helpscout oauth',
    ],
    value: [base62(32)],
    rotate:
      'Delete the app under Your Profile, My Apps in Help Scout and create it anew; the secret of an app stays as it is.',
    docs: 'https://developer.helpscout.com/mailbox-api/overview/authentication/',
  },
]);
