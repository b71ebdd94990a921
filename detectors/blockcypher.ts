import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const blockcypher = provider('BlockCypher', [
  {
    id: 'blockcypher-token',
    title: 'BlockCypher token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['blockcypher', 'block cypher'],
    value: [hex(32)],
    rotate:
      'Delete the token in the BlockCypher dashboard, with the webhooks and wallets it made moved to another first.',
    docs: 'https://www.blockcypher.com/dev/bitcoin/#rate-limits-and-tokens',
    verify: get('https://api.blockcypher.com/v1/tokens/{value}'),
  },
]);
