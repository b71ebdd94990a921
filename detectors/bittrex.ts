import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const bittrex = provider('Bittrex', [
  {
    id: 'bittrex-key',
    title: 'Bittrex key or secret',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['bittrex'],
    value: [lowerAlnum(16), lowerAlnum(16)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Bittrex closed in December 2023 and the key opens nothing any more: delete it from the code.',
    docs: 'https://bittrex.com/',
  },
]);
