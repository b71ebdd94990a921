import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const radar = provider('Radar', [
  {
    id: 'radar-secret-key',
    title: 'Radar secret key (live)',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['prj_live_sk_', hex(40)],
    rotate:
      'Regenerate the live secret key on the settings page of the Radar dashboard; locations of your users can be queried with it.',
    docs: 'https://docs.radar.com/api#authentication',
    verify: header('authorization', 'https://api.radar.io/v1/geofences?limit=1'),
  },
  {
    id: 'radar-test-secret-key',
    title: 'Radar secret key (test)',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    value: ['prj_test_sk_', hex(40)],
    rotate:
      'Regenerate the test secret key on the settings page of the Radar dashboard; it sees the test project only.',
    docs: 'https://docs.radar.com/api#authentication',
    verify: header('authorization', 'https://api.radar.io/v1/geofences?limit=1'),
  },
]);
