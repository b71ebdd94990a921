import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const cmCom = provider('CM.com', [
  {
    id: 'cm-com-product-token',
    title: 'CM.com product token',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: [
      'cm product token',
      'cm producttoken',
      'cmcom',
      'cm com product',
      'cm com token',
      'cm com api',
      'cm sms token',
    ],
    value: [uuid],
    rotate:
      'Create a second product token in the Messaging Gateway app of CM.com, switch senders over, then disable this one.',
    docs: 'https://developers.cm.com/messaging/docs/authentication',
  },
]);
