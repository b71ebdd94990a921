import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const holidayApi = provider('Holiday API', [
  {
    id: 'holiday-api-key',
    title: 'Holiday API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['holidayapi', 'holiday api'],
    value: [uuid],
    rotate: 'Ask for another key on the Holiday API dashboard and drop this one.',
    docs: 'https://holidayapi.com/docs',
    verify: get('https://holidayapi.com/v1/countries?key={value}'),
  },
]);
