import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { get } from './build/verify.ts';

/** Older keys have small letters only, newer ones letters of both cases. */
export const calendarific = provider('Calendarific', [
  {
    id: 'calendarific-api-key',
    title: 'Calendarific API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['calendarific'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Take a new key on the account page of Calendarific; the data is public, the quota is not.',
    docs: 'https://calendarific.com/api-documentation',
    verify: get('https://calendarific.com/api/v2/countries?api_key={value}'),
  },
]);
