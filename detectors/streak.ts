import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const streak = provider('Streak', [
  {
    id: 'streak-api-key',
    title: 'Streak API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['streak api', 'streak key'],
    value: [hex(32)],
    rotate: 'Revoke the key under Streak, Integrations in Gmail and make another; it opens every pipeline of its user.',
    docs: 'https://streak.readme.io/reference/authentication',
    verify: basic('{value}:', 'https://api.streak.com/api/v1/users/me'),
  },
]);
