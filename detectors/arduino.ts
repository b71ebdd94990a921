import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const arduino = provider('Arduino IoT Cloud', [
  {
    id: 'arduino-client-secret',
    title: 'Arduino Cloud API client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['arduino client secret', 'arduino secret', 'arduino iot', 'arduino cloud', 'arduino api'],
    value: [base62(64)],
    pairsWith: { detector: 'arduino-client-id', withinBytes: 600 },
    rotate:
      'Delete the API key in the Space settings of Arduino Cloud and create another: id and secret of a key come together.',
    docs: 'https://docs.arduino.cc/arduino-cloud/api/arduino-iot-api/',
  },
  {
    id: 'arduino-client-id',
    title: 'Arduino Cloud API client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['arduino client id', 'arduino iot client id', 'arduino cloud client id'],
    anyName: true,
    value: [base62(32)],
    identifier: true,
    rotate: 'Goes away when its API key is deleted in Arduino Cloud.',
    docs: 'https://docs.arduino.cc/arduino-cloud/api/arduino-iot-api/',
  },
]);
