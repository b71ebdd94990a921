import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const opensea = provider('OpenSea', [
  {
    id: 'opensea-api-key',
    title: 'OpenSea API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['opensea api', 'opensea key'],
    value: [hex(32)],
    rotate: 'Delete the key in the OpenSea settings under Developer and create one anew.',
    docs: 'https://docs.opensea.io/reference/api-keys',
    verify: header('x-api-key', 'https://api.opensea.io/api/v2/collections?limit=1'),
  },
]);
