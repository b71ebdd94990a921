import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const pushbullet = provider('Pushbullet', [
  {
    id: 'pushbullet-access-token',
    title: 'Pushbullet access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['pushbullet', 'push bullet'],
    anyName: true,
    value: ['o.', base62(32)],
    rotate:
      'Reset all access tokens in the Pushbullet account settings and create one anew; it reads mirrored messages.',
    docs: 'https://docs.pushbullet.com/#authentication',
    verify: header('access-token', 'https://api.pushbullet.com/v2/users/me'),
  },
]);
