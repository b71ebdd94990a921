import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const friendli = provider('FriendliAI', [
  {
    id: 'friendli-token',
    title: 'Friendli token',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['flp_', base62(46)],
    rotate: 'Delete the token under Personal settings, Tokens in Friendli Suite and create another.',
    docs: 'https://friendli.ai/docs/guides/personal_access_tokens',
  },
]);
