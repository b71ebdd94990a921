import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const upcloud = provider('UpCloud', [
  {
    id: 'upcloud-api-token',
    title: 'UpCloud API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    value: ['ucat_', upperAlnum(24, 32)],
    rotate:
      'Delete the token under Account, API Tokens of the UpCloud Control Panel, or with `upctl account token delete`, and create one with an end date and allowed addresses.',
    docs: 'https://upcloud.com/docs/guides/managing-api-tokens/',
    verify: bearer('https://api.upcloud.com/1.3/account'),
  },
]);
