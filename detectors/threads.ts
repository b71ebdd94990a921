import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const threads = provider('Threads', [
  {
    id: 'threads-access-token',
    title: 'Threads access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['threads access', 'threads token', 'threads user', 'threads long'],
    value: ['TH', base62(100, 300)],
    rotate:
      'The user removes the app under Website permissions in the Threads settings, which ends its tokens; long-lived ones otherwise last 60 days.',
    docs: 'https://developers.facebook.com/docs/threads/get-started',
  },
]);
