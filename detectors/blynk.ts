import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base64url, hex } from './build/value.ts';
import { get } from './build/verify.ts';

const rotate = 'Renew the device token under Device Info in Blynk.Console and flash the device with it.';
const docs = 'https://docs.blynk.io/en/getting-started/activating-devices';
const verify = get('https://blynk.cloud/external/api/isHardwareConnected?token={value}');

export const blynk: readonly Detector[] = [
  {
    id: 'blynk-device-token-in-place',
    title: 'Blynk device token',
    provider: 'Blynk',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['BLYNK_AUTH_TOKEN', 'blynk.cloud/external/api/'],
      pattern:
        /(?:BLYNK_AUTH_TOKEN[ \t]{1,8}"|blynk\.cloud\/external\/api\/[\w/]{3,40}\?token=)(?<secret>[\w-]{32})(?![\w-])/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate,
    docs,
    verify,
    examples: {
      match: (make) => [
        exampleLine('#define BLYNK_AUTH_TOKEN "', make(make.base62, 32), '"'),
        exampleLine('curl "https://fra1.blynk.cloud/external/api/get?token=', make(make.base62, 32), '&V1"'),
      ],
      noMatch: (make) => [
        '#define BLYNK_AUTH_TOKEN "YourAuthToken"',
        `#define BLYNK_AUTH_TOKEN "${'x'.repeat(32)}"`,
        `https://blynk.cloud/external/api/get?token=${make(make.base62, 20)}`,
      ],
    },
  },
  ...provider('Blynk', [
    {
      id: 'blynk-device-token',
      title: 'Blynk device token',
      kind: 'access-token',
      identity: 'workload',
      severity: 'medium',
      names: ['blynk'],
      value: [base64url(32)],
      checks: [{ check: 'mixed', classes: 'ul' }],
      rotate,
      docs,
      verify,
    },
    {
      id: 'blynk-device-token-legacy',
      title: 'Blynk device token (Blynk 0.1)',
      kind: 'access-token',
      identity: 'workload',
      severity: 'low',
      names: ['blynk'],
      value: [hex(32)],
      rotate:
        'The cloud of Blynk 0.1 was switched off: only a server of your own may still take it. Refresh it in the app there.',
      docs,
    },
    {
      id: 'blynk-oauth-client',
      title: 'Blynk OAuth client id and secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      value: ['oa2-client-id_', base64url(32), ':', base64url(40)],
      rotate: 'Delete the OAuth client under Developers, oAuth 2.0 in Blynk.Console and add one anew.',
      docs: 'https://docs.blynk.io/en/blynk.cloud/organization-https-api/authentication',
    },
  ]),
];
