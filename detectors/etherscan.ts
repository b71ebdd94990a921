import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { get } from './build/verify.ts';

export const etherscan = provider('Etherscan', [
  {
    id: 'etherscan-api-key',
    title: 'Etherscan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['etherscan'],
    value: [upperAlnum(34)],
    rotate: 'Delete the key at etherscan.io/myapikey and add another; it reads public data within your rate limit.',
    docs: 'https://docs.etherscan.io/getting-an-api-key',
    verify: get('https://api.etherscan.io/v2/api?chainid=1&module=stats&action=ethprice&apikey={value}'),
  },
]);
