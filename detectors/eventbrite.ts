import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const eventbrite = provider('Eventbrite', [
  {
    id: 'eventbrite-private-token',
    title: 'Eventbrite private token or key',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['eventbrite', 'event brite'],
    value: [upperAlnum(20)],
    rotate:
      'Regenerate the keys of the app at eventbrite.com/account-settings/apps, or delete the app; the token reads attendees and changes events.',
    docs: 'https://www.eventbrite.com/platform/docs/authentication',
    verify: bearer('https://www.eventbriteapi.com/v3/users/me/'),
  },
]);
