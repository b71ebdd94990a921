import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, either } from './build/value.ts';
import { header } from './build/verify.ts';

export const onesignal: readonly Detector[] = [
  {
    id: 'onesignal-api-key',
    title: 'OneSignal app or organization API key',
    provider: 'OneSignal',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['os_v2_app_', 'os_v2_org_'],
      pattern: token(/os_v2_(?:app|org)_[a-z2-7]{103}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Rotate the key in the OneSignal dashboard under Settings > Keys & IDs and deploy the new one.',
    docs: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
    examples: {
      match: (make) => [
        exampleLine('ONESIGNAL_API_KEY=', `os_v2_app_${make('abcdefghijklmnopqrstuvwxyz234567', 103)}`),
      ],
      noMatch: (make) => [
        `ONESIGNAL_API_KEY=os_v2_app_${'x'.repeat(103)}`,
        `ONESIGNAL_API_KEY=os_v2_app_${make('abcdefghijklmnopqrstuvwxyz234567', 60)}`,
      ],
    },
  },
  ...provider('OneSignal', [
    {
      id: 'onesignal-api-key-older',
      title: 'OneSignal REST or user auth key (older form)',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['onesignal', 'one signal'],
      value: [either('M', 'N', 'O', 'Y', 'Z'), base62(47)],
      rotate:
        'Create a key of the newer form under Settings > Keys & IDs, deploy it, then disable the legacy key there.',
      docs: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
      verify: header('authorization', 'https://api.onesignal.com/apps', 'Basic '),
    },
  ]),
];
