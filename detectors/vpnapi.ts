import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const vpnapi = provider('vpnapi.io', [
  {
    id: 'vpnapi-api-key',
    title: 'vpnapi.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['vpn api'],
    value: [lowerAlnum(32)],
    rotate: 'Regenerate the key on the dashboard at vpnapi.io; only the daily lookups are at stake.',
    docs: 'https://vpnapi.io/api-documentation',
    verify: get('https://vpnapi.io/api/8.8.8.8?key={value}'),
  },
]);
