import { provider } from './build/provider.ts';
import { alnum, either } from './build/value.ts';

export const pushover = provider('Pushover', [
  {
    id: 'pushover-api-token',
    title: 'Pushover application token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['pushover'],
    value: ['a', alnum(29)],
    pairsWith: { detector: 'pushover-user-key', withinBytes: 600 },
    rotate:
      'Delete the application at pushover.net/apps and register it anew for another token; it sends notifications only.',
    docs: 'https://pushover.net/api',
  },
  {
    id: 'pushover-user-key',
    title: 'Pushover user or group key',
    kind: 'other',
    identity: 'user',
    severity: 'info',
    identifier: true,
    names: ['pushover'],
    anyName: true,
    value: [either('u', 'g'), alnum(29)],
    rotate: 'It names who is notified; an application token is needed besides, and that is what to replace.',
    docs: 'https://pushover.net/api',
  },
]);
