import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const fixer = provider('Fixer', [
  {
    id: 'fixer-access-key',
    title: 'Fixer access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['fixer io', 'fixer api', 'fixer access', 'fixer key'],
    value: [lowerAlnum(32)],
    rotate: 'Reset the API access key on the Fixer dashboard.',
    docs: 'https://fixer.io/documentation',
    verify: get('https://data.fixer.io/api/latest?access_key={value}'),
  },
]);
