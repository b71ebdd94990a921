import { provider } from './build/provider.ts';
import { hex, lowerAlnum } from './build/value.ts';

export const tuya = provider('Tuya', [
  {
    id: 'tuya-access-id',
    title: 'Tuya cloud project access id',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['tuya access id', 'tuya client id', 'tuya access key', 'tuya api key'],
    anyName: true,
    value: [lowerAlnum(20)],
    rotate:
      'The access id only names the cloud project; reset the access secret in the Tuya developer platform when that leaked.',
    docs: 'https://developer.tuya.com/en/docs/iot/open-api/quick-start/quick-start1',
  },
  {
    id: 'tuya-access-secret',
    title: 'Tuya cloud project access secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['tuya access secret', 'tuya secret', 'tuya client secret', 'tuya api secret'],
    value: [hex(32)],
    pairsWith: { detector: 'tuya-access-id', withinBytes: 600 },
    rotate:
      'Reset the access secret on the overview page of the cloud project at platform.tuya.com; it controls every linked device until then.',
    docs: 'https://developer.tuya.com/en/docs/iot/open-api/quick-start/quick-start1',
  },
]);
