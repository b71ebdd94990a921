import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const diffbot = provider('Diffbot', [
  {
    id: 'diffbot-token',
    title: 'Diffbot token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['diffbot'],
    value: [lowerAlnum(32)],
    rotate: 'Each account has one token: write to support@diffbot.com to have it replaced.',
    docs: 'https://docs.diffbot.com/reference/authentication',
    verify: get('https://api.diffbot.com/v4/account?token={value}'),
  },
]);
