import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const moralis = provider('Moralis', [
  {
    id: 'moralis-api-key',
    title: 'Moralis API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['moralis'],
    value: [base62(64)],
    rotate: 'Generate another key at admin.moralis.com under API keys, deploy it, then delete this one.',
    docs: 'https://docs.moralis.com/web3-data-api/evm/get-your-api-key',
    verify: header('x-api-key', 'https://deep-index.moralis.io/api/v2.2/web3/version'),
  },
]);
