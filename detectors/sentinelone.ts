import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const sentinelone = provider('SentinelOne', [
  {
    id: 'sentinelone-api-token',
    title: 'SentinelOne API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['sentinelone', 'sentinel one', 's1 api token'],
    value: [base62(80)],
    rotate:
      'Revoke the token in the user menu of the console under My User > Actions > API Token Operations; agents of the whole fleet can be commanded with it.',
    docs: 'https://www.sentinelone.com/',
    verify: header('authorization', 'https://{console}.sentinelone.net/web/api/v2.1/user', 'ApiToken '),
  },
]);
