import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';

export const crowdstrike = provider('CrowdStrike', [
  {
    id: 'crowdstrike-client-id',
    title: 'CrowdStrike Falcon API client id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['crowdstrike client id', 'falcon client id', 'crowdstrike clientid'],
    anyName: true,
    value: [hex(32)],
    identifier: true,
    rotate:
      'It names an API client under Support and resources, API clients and keys in the Falcon console; the secret beside it is what must change.',
    docs: 'https://www.falconpy.io/Usage/Authenticating-to-the-API.html',
  },
  {
    id: 'crowdstrike-client-secret',
    title: 'CrowdStrike Falcon API client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['crowdstrike', 'falcon client', 'falcon api', 'falcon secret'],
    value: [base62(40)],
    pairsWith: { detector: 'crowdstrike-client-id', withinBytes: 600 },
    rotate:
      'Reset the secret of the API client in the Falcon console under API clients and keys, or delete the client; tokens it issued last up to half an hour longer.',
    docs: 'https://www.falconpy.io/Usage/Authenticating-to-the-API.html',
  },
]);
