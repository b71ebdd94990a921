import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const replyIo = provider('Reply.io', [
  {
    id: 'reply-io-api-key',
    title: 'Reply.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['reply io'],
    value: [base62(24)],
    rotate: 'Reset the key in Reply under Settings > API Key; it reads contacts and starts campaigns.',
    docs: 'https://apidocs.reply.io/#introduction',
    verify: header('x-api-key', 'https://api.reply.io/v1/emailAccounts'),
  },
]);
