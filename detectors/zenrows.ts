import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const zenrows = provider('ZenRows', [
  {
    id: 'zenrows-api-key',
    title: 'ZenRows API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['zen rows'],
    value: [hex(40)],
    rotate: 'Regenerate the key in the ZenRows account settings; requests with the leaked one are charged to the plan.',
    docs: 'https://docs.zenrows.com/',
    verify: header('x-api-key', 'https://api.zenrows.com/v1/subscriptions/self/details'),
  },
]);
