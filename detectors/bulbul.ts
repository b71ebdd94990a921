import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const bulbul = provider('Bulbul', [
  {
    id: 'bulbul-api-key',
    title: 'Bulbul API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['bulbul'],
    value: [lowerAlnum(16), lowerAlnum(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Have the key reissued in the Bulbul account settings.',
    docs: 'https://bulbul.io/',
    verify: get('https://prod-api.bulbul.io/view_all_users?api_key={value}'),
  },
]);
