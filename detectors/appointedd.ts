import { provider } from './build/provider.ts';
import { base64, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const appointedd = provider('Appointedd', [
  {
    id: 'appointedd-api-key',
    title: 'Appointedd API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['appointedd'],
    value: [base64(86, 88), optional('='), optional('=')],
    rotate:
      'Ask Appointedd for a new key and have the present one withdrawn: it reaches all bookings and customers of the organisation.',
    docs: 'https://developers.appointedd.com/',
    verify: header('x-api-key', 'https://api.appointedd.com/v1/availability/slots'),
  },
]);
