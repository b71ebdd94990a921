import { provider } from './build/provider.ts';
import { run, base64url, optional } from './build/value.ts';

export const ifttt = provider('IFTTT', [
  {
    id: 'ifttt-webhook-url',
    title: 'IFTTT webhook URL',
    kind: 'webhook',
    identity: 'user',
    severity: 'medium',
    value: [
      'https://maker.ifttt.com/trigger/',
      run('A-Za-z0-9_-', 1, 64),
      '/',
      optional('json/'),
      'with/key/',
      base64url(22, 43),
    ],
    rotate:
      'Open ifttt.com/maker_webhooks, Settings, Edit connection: this makes a new key and every URL with the old one is dead.',
    docs: 'https://help.ifttt.com/hc/en-us/articles/4405029291163',
  },
  {
    id: 'ifttt-webhook-key',
    title: 'IFTTT webhook key',
    kind: 'webhook',
    identity: 'user',
    severity: 'medium',
    names: ['ifttt', 'maker key'],
    value: [base64url(22)],
    rotate: 'Open ifttt.com/maker_webhooks, Settings, Edit connection: this makes a new key and ends the old one.',
    docs: 'https://help.ifttt.com/hc/en-us/articles/4405029291163',
  },
]);
