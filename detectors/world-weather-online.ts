import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const worldWeatherOnline = provider('World Weather Online', [
  {
    id: 'world-weather-online-api-key',
    title: 'World Weather Online API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['worldweatheronline', 'world weather', 'wwo api', 'wwo key'],
    value: [lowerAlnum(31)],
    rotate: 'Regenerate the key in the account area of worldweatheronline.com; the calls of the plan hang on it.',
    docs: 'https://www.worldweatheronline.com/developer/api/docs/',
    verify: get('https://api.worldweatheronline.com/premium/v1/tz.ashx?q=London&format=json&key={value}'),
  },
]);
