import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const thingspeak = provider('ThingSpeak', [
  {
    id: 'thingspeak-api-key',
    title: 'ThingSpeak API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['thing speak'],
    value: [upperAlnum(16)],
    checks: [{ check: 'mixed', classes: 'ud' }],
    rotate:
      'Generate a new read or write key on the API Keys tab of the channel; the one before it is refused from then on.',
    docs: 'https://www.mathworks.com/help/thingspeak/channels-and-charts-api.html',
  },
]);
