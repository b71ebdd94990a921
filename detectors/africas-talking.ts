import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const africasTalking = provider("Africa's Talking", [
  {
    id: 'africas-talking-api-key',
    title: "Africa's Talking API key",
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['atsk_', hex(72)],
    rotate:
      'Generate a new key under Settings, API Key of the app on account.africastalking.com; the previous one stops working within minutes.',
    docs: 'https://help.africastalking.com/en/articles/1361037-how-do-i-generate-an-api-key',
    verify: header('apikey', 'https://api.africastalking.com/version1/user?username={username}'),
  },
  {
    id: 'africas-talking-api-key-older',
    title: "Africa's Talking API key (older form)",
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['africas talking', 'african talking'],
    value: [hex(64)],
    rotate:
      'Generate a new key under Settings, API Key of the app on account.africastalking.com; it also brings the present form with a prefix.',
    docs: 'https://help.africastalking.com/en/articles/1361037-how-do-i-generate-an-api-key',
    verify: header('apikey', 'https://api.africastalking.com/version1/user?username={username}'),
  },
]);
