import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const fleetbase = provider('Fleetbase', [
  {
    id: 'fleetbase-api-key',
    title: 'Fleetbase API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['flb_live_', base62(20, 64)],
    rotate: 'Roll the key under Developers, API Keys in the Fleetbase console and choose to end the old one at once.',
    docs: 'https://docs.fleetbase.io/developers/api/',
  },
  {
    id: 'fleetbase-test-api-key',
    title: 'Fleetbase API key (test)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['flb_test_', base62(20, 64)],
    rotate: 'Roll the test key under Developers, API Keys in the Fleetbase console.',
    docs: 'https://docs.fleetbase.io/developers/api/',
  },
]);
