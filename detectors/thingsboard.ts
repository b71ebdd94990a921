import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { alnum, lowerAlnum } from './build/value.ts';

export const thingsboard: readonly Detector[] = [
  ...provider('ThingsBoard', [
    {
      id: 'thingsboard-device-token',
      title: 'ThingsBoard device access token',
      kind: 'access-token',
      identity: 'workload',
      severity: 'medium',
      names: ['things board'],
      value: [alnum(20)],
      checks: [{ check: 'mixed', classes: 'd' }],
      rotate:
        'Set new credentials under Manage credentials on the page of the device, and flash or configure the device with them.',
      docs: 'https://thingsboard.io/docs/user-guide/access-token/',
    },
    {
      id: 'thingsboard-provision-key',
      title: 'ThingsBoard device provisioning key',
      kind: 'api-key',
      identity: 'workload',
      severity: 'info',
      identifier: true,
      names: ['provision device key'],
      anyName: true,
      value: [lowerAlnum(20)],
      rotate: 'The key only names the device profile; set a new provisioning secret there when that leaked.',
      docs: 'https://thingsboard.io/docs/user-guide/device-provisioning/',
    },
    {
      id: 'thingsboard-provision-secret',
      title: 'ThingsBoard device provisioning secret',
      kind: 'client-secret',
      identity: 'workload',
      severity: 'medium',
      names: ['provision device secret'],
      value: [lowerAlnum(20)],
      pairsWith: { detector: 'thingsboard-provision-key', withinBytes: 600 },
      rotate:
        'Set a new provisioning secret in the device profile of ThingsBoard; look for devices that registered with the leaked one.',
      docs: 'https://thingsboard.io/docs/user-guide/device-provisioning/',
    },
  ]),
  {
    id: 'thingsboard-device-url',
    title: 'ThingsBoard device API address with access token',
    provider: 'ThingsBoard',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    match: {
      anchors: ['thingsboard'],
      ignoreCase: true,
      pattern:
        /thingsboard[\w.:-]{0,64}\/api\/v1\/(?<secret>[A-Za-z0-9]{20})\/(?:telemetry|attributes|rpc|claim|firmware)/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'd' }, { check: 'entropy', min: 3 }],
    rotate:
      'Set new credentials under Manage credentials on the page of the device, and flash or configure the device with them.',
    docs: 'https://thingsboard.io/docs/reference/http-api/',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('curl -X POST https://thingsboard.cloud/api/v1/', make(make.base62, 20), '/telemetry'),
      ],
      noMatch: (make) => [
        'curl https://thingsboard.cloud/api/v1/$ACCESS_TOKEN/telemetry',
        `curl https://thingsboard.cloud/api/v1/${make(make.base62, 8)}/telemetry`,
      ],
    },
  },
];
