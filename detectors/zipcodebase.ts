import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const zipcodebase = provider('Zipcodebase', [
  {
    id: 'zipcodebase-api-key',
    title: 'Zipcodebase API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['zip code base'],
    value: [uuid],
    rotate: 'Issue another key on the dashboard at app.zipcodebase.com and delete this one.',
    docs: 'https://zipcodebase.com/documentation',
    verify: header('apikey', 'https://app.zipcodebase.com/api/v1/status'),
  },
]);
