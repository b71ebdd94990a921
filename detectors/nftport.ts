import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const nftport = provider('NFTPort', [
  {
    id: 'nftport-api-key',
    title: 'NFTPort API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['nftport', 'nft port'],
    value: [uuid],
    rotate: 'Regenerate the key on the NFTPort dashboard; it can mint in the contracts of the account.',
    docs: 'https://docs.nftport.xyz/',
    verify: header('authorization', 'https://api.nftport.xyz/v0/me/contracts'),
  },
]);
