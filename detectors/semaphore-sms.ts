import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const semaphoreSms = provider('Semaphore', [
  {
    id: 'semaphore-sms-api-key',
    title: 'Semaphore SMS API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['semaphore api', 'semaphore sms', 'semaphore apikey'],
    value: [hex(32)],
    rotate:
      'Reset the API key in the Semaphore account: messages sent with it use up credits and carry your sender name.',
    docs: 'https://www.semaphore.co/docs',
    verify: get('https://api.semaphore.co/api/v4/account?apikey={value}'),
  },
]);
