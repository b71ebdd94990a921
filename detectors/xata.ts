import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const xata = provider('Xata', [
  {
    id: 'xata-api-key',
    title: 'Xata API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['xau_', base64url(40, 100)],
    rotate:
      'Delete the key under Account settings, Personal API keys in Xata and add another; it reads and changes every database of the workspaces.',
    docs: 'https://xata.io/docs',
    verify: bearer('https://api.xata.io/user'),
  },
]);
