import { provider } from './build/provider.ts';
import { base62, base64, base64url, either, optional } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const upstash = provider('Upstash', [
  {
    id: 'upstash-redis-token',
    title: 'Upstash Redis token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    anchors: ['AAIncD', 'AAIjcD'],
    value: ['A', base64url(3), either('AAIncD', 'AAIjcD'), base62(46, 62), optional('=')],
    rotate:
      'Reset the credentials on the page of the Redis database in the Upstash console; the password of its URL is the same value and changes with it.',
    docs: 'https://upstash.com/docs/redis/features/restapi',
    verify: bearer('https://{database}.upstash.io/ping'),
  },
  {
    id: 'upstash-rest-token',
    title: 'Upstash REST token (older form, or of Vector)',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['upstash', 'kv rest api'],
    value: ['A', base64(59, 160), optional('=')],
    rotate:
      'Reset the credentials on the page of the Redis or Vector database in the Upstash console; the URL password changes with the REST tokens.',
    docs: 'https://upstash.com/docs/redis/features/restapi',
    verify: bearer('https://{database}.upstash.io/ping'),
  },
  {
    id: 'upstash-qstash-token',
    title: 'Upstash QStash token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['eyJVc2VySUQiOi', base64(90, 200), optional('=')],
    rotate: 'Roll the token on the QStash page of the Upstash console; messages already scheduled stay.',
    docs: 'https://upstash.com/docs/qstash/overall/getstarted',
    verify: bearer('https://qstash.upstash.io/v2/schedules'),
  },
  {
    id: 'upstash-qstash-signing-key',
    title: 'Upstash QStash signing key',
    kind: 'signing-key',
    identity: 'app',
    severity: 'medium',
    names: ['qstash', 'signing key'],
    value: ['sig_', base62(28)],
    rotate:
      'Roll the signing keys on the QStash page of the Upstash console: the next key becomes the current one, so that receivers with both go on.',
    docs: 'https://upstash.com/docs/qstash/howto/roll-signing-keys',
  },
]);
