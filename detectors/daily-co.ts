import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const dailyCo = provider('Daily', [
  {
    id: 'daily-api-key',
    title: 'Daily API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['daily co', 'daily api'],
    value: [hex(64)],
    rotate:
      'Regenerate the key on the Developers page of the Daily dashboard; the old key and tokens signed with it stop working.',
    docs: 'https://docs.daily.co/reference/rest-api',
    verify: bearer('https://api.daily.co/v1/'),
  },
]);
