import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const lightstep = provider('Lightstep', [
  {
    id: 'lightstep-access-token',
    title: 'Lightstep access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'low',
    names: ['lightstep'],
    value: [hex(32)],
    rotate:
      'Make a new access token in the project settings of Lightstep (ServiceNow Cloud Observability) and disable this one; it only sends telemetry.',
    docs: 'https://docs.lightstep.com/docs/create-and-manage-access-tokens',
  },
]);
