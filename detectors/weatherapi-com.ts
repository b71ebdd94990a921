import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const weatherapiCom = provider('WeatherAPI.com', [
  {
    id: 'weatherapi-com-api-key',
    title: 'WeatherAPI.com API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['weather api'],
    value: [hex(30, 31)],
    rotate: 'Generate a new key in the account at weatherapi.com/my; the old one ends when it is made.',
    docs: 'https://www.weatherapi.com/docs/#intro-authentication',
    verify: get('https://api.weatherapi.com/v1/timezone.json?q=London&key={value}'),
  },
]);
