import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';
import { header } from './build/verify.ts';

export const clickatell = provider('Clickatell', [
  {
    id: 'clickatell-api-key',
    title: 'Clickatell API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['clickatell'],
    value: [base64(22), '=='],
    rotate:
      'Disable the API under APIs in the Clickatell portal and set up another for a new key; messages are paid from its balance.',
    docs: 'https://docs.clickatell.com/channels/sms-channels/sms-api-reference/',
    verify: header('authorization', 'https://platform.clickatell.com/public-client/balance'),
  },
]);
