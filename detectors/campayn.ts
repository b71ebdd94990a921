import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const campayn = provider('Campayn', [
  {
    id: 'campayn-api-key',
    title: 'Campayn API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['campayn'],
    value: [hex(64)],
    rotate: 'Reset the key under Settings, API key in Campayn: it reads and mails every contact list.',
    docs: 'https://github.com/nebojsac/Campayn-API',
    verify: header('authorization', 'https://campayn.com/api/v1/lists', 'TRUEREST apikey='),
  },
]);
