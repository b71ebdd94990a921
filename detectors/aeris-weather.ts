import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const aerisWeather = provider('AerisWeather', [
  {
    id: 'aerisweather-client-secret',
    title: 'AerisWeather client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['aeris secret', 'aeris client secret', 'aeris api secret', 'aerisweather', 'xweather'],
    value: [base62(40)],
    pairsWith: { detector: 'aerisweather-client-id', withinBytes: 600 },
    rotate: 'Delete the app in the Xweather account and register a new one: id and secret of an app change together.',
    docs: 'https://www.xweather.com/docs/weather-api/getting-started/authentication',
    verify: get('https://data.api.xweather.com/observations/55403?client_id={id}&client_secret={value}'),
  },
  {
    id: 'aerisweather-client-id',
    title: 'AerisWeather client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: [
      'aeris client id',
      'aeris access id',
      'aeris id',
      'aerisweather client id',
      'aerisweather access id',
      'xweather client id',
    ],
    anyName: true,
    value: [base62(21)],
    identifier: true,
    rotate: 'Goes away with its app in the Xweather account.',
    docs: 'https://www.xweather.com/docs/weather-api/getting-started/authentication',
  },
]);
