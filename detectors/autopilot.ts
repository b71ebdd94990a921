import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const autopilot = provider('Autopilot', [
  {
    id: 'autopilot-api-key',
    title: 'Autopilot (Ortto) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['autopilothq', 'autopilot api', 'autopilot key'],
    value: [hex(32)],
    rotate:
      'Create another key under Settings, API in Autopilot, now Ortto, and remove this one; contacts of all journeys can be read with it.',
    docs: 'https://help.ortto.com/developer/latest/',
    verify: header('autopilotapikey', 'https://api2.autopilothq.com/v1/account'),
  },
]);
