import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const zerotier = provider('ZeroTier', [
  {
    id: 'zerotier-api-token',
    title: 'ZeroTier Central API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['zero tier', 'ztcentral'],
    value: [base62(32)],
    rotate:
      'Delete the token on the account page of my.zerotier.com and generate another; with it devices are let into every network of the account.',
    docs: 'https://docs.zerotier.com/api/tokens/',
    verify: header('authorization', 'https://api.zerotier.com/api/v1/network', 'token '),
  },
]);
