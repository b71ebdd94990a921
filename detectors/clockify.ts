import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const clockify = provider('Clockify', [
  {
    id: 'clockify-api-key',
    title: 'Clockify API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['clockify'],
    value: [base62(48)],
    rotate:
      'Generate another key under Preferences, Advanced in Clockify; there is only one for each user, and the former ends.',
    docs: 'https://docs.clockify.me/#section/Authentication',
    verify: header('x-api-key', 'https://api.clockify.me/api/v1/user'),
  },
]);
