import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const tomorrowIo = provider('Tomorrow.io', [
  {
    id: 'tomorrow-io-api-key',
    title: 'Tomorrow.io API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['tomorrow io', 'tomorrow api', 'climacell'],
    value: [base62(32)],
    rotate:
      'Regenerate the key under Development, API keys at app.tomorrow.io; calls with the old one stop counting when it is gone.',
    docs: 'https://docs.tomorrow.io/reference/api-authentication',
    verify: header('apikey', 'https://api.tomorrow.io/v4/weather/realtime?location=0,0'),
  },
]);
