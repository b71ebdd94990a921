import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const locationiq = provider('LocationIQ', [
  {
    id: 'locationiq-access-token',
    title: 'LocationIQ access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['locationiq', 'location iq'],
    anyName: true,
    value: ['pk.', hex(32)],
    rotate: 'Create another token on the LocationIQ dashboard, limit it by address or referrer, then delete this one.',
    docs: 'https://docs.locationiq.com/docs/authentication',
    verify: get('https://us1.locationiq.com/v1/balance?key={value}'),
  },
]);
