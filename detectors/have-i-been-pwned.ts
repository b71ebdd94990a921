import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const haveIBeenPwned = provider('Have I Been Pwned', [
  {
    id: 'have-i-been-pwned-api-key',
    title: 'Have I Been Pwned API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['haveibeenpwned', 'hibp'],
    value: [hex(32)],
    rotate: 'Generate a new key on the API key page of haveibeenpwned.com, which replaces the one before it.',
    docs: 'https://haveibeenpwned.com/API/v3',
    verify: header('hibp-api-key', 'https://haveibeenpwned.com/api/v3/subscription/status'),
  },
]);
