import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const ethplorer = provider('Ethplorer', [
  {
    id: 'ethplorer-api-key',
    title: 'Ethplorer API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    value: ['EK-', base62(5), '-', base62(7), '-', base62(5)],
    checks: [{ check: 'mixed', classes: 'uld' }],
    rotate:
      'Remove the key on the API keys panel at ethplorer.io/wallet and make another; keys of pools notice address lists.',
    docs: 'https://github.com/EverexIO/Ethplorer/wiki/Ethplorer-API',
    verify: get('https://api.ethplorer.io/getLastBlock?apiKey={value}'),
  },
]);
