import { provider } from './build/provider.ts';
import { hex, optional } from './build/value.ts';
import { post } from './build/verify.ts';

export const infura = provider('Infura', [
  {
    id: 'infura-endpoint',
    title: 'Infura endpoint with its API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['infura.io/', optional('ws/'), 'v3/', hex(32)],
    rotate:
      'Create a new key on the MetaMask Developer (Infura) dashboard, switch clients over, then delete this one; limit the next by allowlists.',
    docs: 'https://docs.metamask.io/services/how-to/create-api-key/',
  },
  {
    id: 'infura-api-key',
    title: 'Infura API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['infura'],
    value: [hex(32)],
    rotate:
      'Create a new key on the MetaMask Developer (Infura) dashboard, deploy it, then delete this one; limit the next by allowlists.',
    docs: 'https://docs.metamask.io/services/how-to/create-api-key/',
    verify: post('https://mainnet.infura.io/v3/{value}', '{"jsonrpc":"2.0","method":"net_version","params":[],"id":1}'),
  },
]);
