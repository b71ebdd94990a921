import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const voodoosms = provider('Voodoo SMS', [
  {
    id: 'voodoosms-api-key',
    title: 'Voodoo SMS API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['voodoo sms'],
    value: [base62(46)],
    rotate:
      'Delete the key under API keys in the Voodoo SMS portal and create another; messages are charged to the account.',
    docs: 'https://docs.voodoosms.com/',
    verify: bearer('https://api.voodoosms.com/credits'),
  },
]);
