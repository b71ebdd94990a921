import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';

export const snowtrace = provider('Snowtrace', [
  {
    id: 'snowtrace-api-key',
    title: 'Snowtrace API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['snowtrace', 'snow trace'],
    value: [upperAlnum(34)],
    rotate: 'Remove the key from the account on snowtrace.io; anybody can read the same data with a key of his own.',
    docs: 'https://snowtrace.io/documentation/etherscan-compatibility/accounts',
  },
]);
