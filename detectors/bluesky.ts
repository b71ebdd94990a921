import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const bluesky = provider('Bluesky', [
  {
    id: 'bluesky-app-password',
    title: 'Bluesky app password',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    names: ['bluesky', 'bsky'],
    value: [lowerAlnum(4), '-', lowerAlnum(4), '-', lowerAlnum(4), '-', lowerAlnum(4)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 3 },
    ],
    rotate: 'Delete it under Settings, Privacy and security, App passwords; sessions opened with it end too.',
    docs: 'https://docs.bsky.app/docs/get-started',
  },
]);
