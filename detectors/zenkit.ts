import { provider } from './build/provider.ts';
import { alnum, lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const zenkit = provider('Zenkit', [
  {
    id: 'zenkit-api-key',
    title: 'Zenkit API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['zenkit'],
    value: [lowerAlnum(8), '-', alnum(32)],
    rotate:
      'Delete the key under API in the profile menu of Zenkit and generate another; it opens the lists of its user.',
    docs: 'https://base.zenkit.com/docs/api/overview/authentication',
    verify: header('zenkit-api-key', 'https://base.zenkit.com/api/v1/users/me'),
  },
]);
