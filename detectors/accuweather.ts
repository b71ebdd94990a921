import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const accuweather = provider('AccuWeather', [
  {
    id: 'accuweather-api-key',
    title: 'AccuWeather API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['accuweather', 'accu weather'],
    value: [base62(32)],
    rotate:
      'Add a key to the app under My Apps at developer.accuweather.com, move clients over, and delete the old one.',
    docs: 'https://developer.accuweather.com/documentation/authentication',
    verify: get('https://dataservice.accuweather.com/locations/v1/regions?apikey={value}'),
  },
]);
