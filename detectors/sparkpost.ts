import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const sparkpost = provider('SparkPost', [
  {
    id: 'sparkpost-api-key',
    title: 'SparkPost API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['sparkpost'],
    value: [hex(40)],
    rotate:
      'Create an API key with the same permissions under Configuration, API Keys, switch senders over, then delete this one.',
    docs: 'https://developers.sparkpost.com/api/',
    verify: header('authorization', 'https://api.sparkpost.com/api/v1/account'),
  },
]);
