import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const stormglass = provider('Stormglass', [
  {
    id: 'stormglass-api-key',
    title: 'Stormglass API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['storm glass'],
    value: [uuid, '-', uuid],
    rotate:
      'Request a new key on the dashboard at dashboard.stormglass.io and replace it; the daily quota is all that is at stake.',
    docs: 'https://docs.stormglass.io/#/authentication',
    verify: header('authorization', 'https://api.stormglass.io/v2/weather/point?lat=58.79&lng=17.80&params=windSpeed'),
  },
]);
