import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const pusher = provider('Pusher', [
  {
    id: 'pusher-app-key',
    title: 'Pusher Channels app key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['pusher app key', 'pusher key'],
    anyName: true,
    value: [hex(20)],
    rotate: 'Clients hold it by design; replace the secret beside it.',
    docs: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
  },
  {
    id: 'pusher-app-secret',
    title: 'Pusher Channels app secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['pusher app secret', 'pusher secret'],
    value: [hex(20)],
    pairsWith: { detector: 'pusher-app-key', withinBytes: 600 },
    rotate:
      'Create another key and secret on the App Keys page of the Channels app, move all over, then deactivate this pair.',
    docs: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
  },
]);
