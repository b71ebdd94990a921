import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const statuscake = provider('StatusCake', [
  {
    id: 'statuscake-api-token',
    title: 'StatusCake API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['status cake'],
    value: [base62(20)],
    rotate:
      'Generate a new token in the StatusCake account panel and change it everywhere it is used; then delete the leaked one.',
    docs: 'https://developers.statuscake.com/guides/api/authentication/',
    verify: bearer('https://api.statuscake.com/v1/uptime'),
  },
]);
