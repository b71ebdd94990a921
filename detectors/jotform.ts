import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const jotform = provider('Jotform', [
  {
    id: 'jotform-api-key',
    title: 'Jotform API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['jotform'],
    value: [hex(32)],
    rotate: 'Create another key with the access needed at jotform.com/myaccount/api, then delete this one there.',
    docs: 'https://api.jotform.com/docs/',
    verify: get('https://api.jotform.com/user?apiKey={value}'),
  },
]);
