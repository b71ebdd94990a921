import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const shodan = provider('Shodan', [
  {
    id: 'shodan-api-key',
    title: 'Shodan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['shodan'],
    value: [base62(32)],
    rotate: 'Reset the key on the account page of shodan.io; query credits and monitored networks hang on it.',
    docs: 'https://developer.shodan.io/api',
    verify: get('https://api.shodan.io/api-info?key={value}'),
  },
]);
