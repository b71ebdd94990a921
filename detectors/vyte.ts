import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { header } from './build/verify.ts';

export const vyte = provider('Vyte', [
  {
    id: 'vyte-api-key',
    title: 'Vyte API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['vyte'],
    value: [lowerAlnum(50)],
    rotate:
      'Generate another key on the developers page of the Vyte account; meetings and calendars are open to the leaked one until then.',
    docs: 'https://docs.vyte.in/',
    verify: header('authorization', 'https://api.vyte.in/v2/events'),
  },
]);
