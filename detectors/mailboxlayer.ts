import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const mailboxlayer = provider('mailboxlayer', [
  {
    id: 'mailboxlayer-access-key',
    title: 'mailboxlayer access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['mailboxlayer'],
    value: [hex(32)],
    rotate: 'Reset the API access key on the mailboxlayer dashboard.',
    docs: 'https://mailboxlayer.com/documentation',
    verify: get('https://apilayer.net/api/check?access_key={value}&email=support@apilayer.com'),
  },
]);
