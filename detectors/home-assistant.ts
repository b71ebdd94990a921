import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const homeAssistant = provider('Home Assistant', [
  {
    id: 'home-assistant-long-lived-token',
    title: 'Home Assistant long-lived access token',
    kind: 'jwt',
    identity: 'user',
    severity: 'high',
    names: ['homeassistant', 'home assistant', 'hass', 'supervisor', 'long lived'],
    anyName: true,
    value: ['eyJ', base64url(20, 60), '.eyJpc3MiOiI', base64url(60, 160), '.', base64url(43)],
    extract: ['jwt-claims'],
    rotate:
      'Delete it on the Security tab of its user profile in Home Assistant, under Long-lived access tokens, and create one for each client.',
    docs: 'https://developers.home-assistant.io/docs/auth_api/#long-lived-access-token',
  },
]);
