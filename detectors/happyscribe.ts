import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const happyscribe = provider('Happy Scribe', [
  {
    id: 'happyscribe-api-key',
    title: 'Happy Scribe API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['happyscribe', 'happy scribe'],
    value: [base62(24)],
    rotate: 'Renew the API key in the account settings of Happy Scribe.',
    docs: 'https://dev.happyscribe.com/',
    verify: bearer('https://www.happyscribe.com/api/v1/organizations'),
  },
]);
