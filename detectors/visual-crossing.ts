import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const visualCrossing = provider('Visual Crossing', [
  {
    id: 'visual-crossing-api-key',
    title: 'Visual Crossing API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['visual crossing'],
    value: [upperAlnum(25)],
    rotate:
      'Reset the key on the account page of visualcrossing.com; records fetched with it are billed on paid plans.',
    docs: 'https://www.visualcrossing.com/resources/documentation/weather-api/timeline-weather-api/',
  },
]);
