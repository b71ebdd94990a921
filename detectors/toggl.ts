import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const toggl = provider('Toggl Track', [
  {
    id: 'toggl-track-api-token',
    title: 'Toggl Track API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['toggl'],
    value: [lowerAlnum(32)],
    rotate:
      'Press Reset beside the API token at the bottom of the Toggl Track profile page; every tool of that user needs the new one.',
    docs: 'https://engineering.toggl.com/docs/authentication/',
    verify: basic('{value}:api_token', 'https://api.track.toggl.com/api/v9/me'),
  },
]);
