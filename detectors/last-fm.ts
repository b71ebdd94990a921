import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const lastFm = provider('Last.fm', [
  {
    id: 'last-fm-api-key',
    title: 'Last.fm API key or shared secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['lastfm', 'last fm', 'audioscrobbler'],
    value: [hex(32)],
    rotate:
      'Key and secret of a Last.fm API account do not change: make another API account at last.fm/api/account/create and stop using this one.',
    docs: 'https://www.last.fm/api/authentication',
  },
]);
