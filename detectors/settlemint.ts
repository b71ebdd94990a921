import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const settlemint = provider('SettleMint', [
  {
    id: 'settlemint-application-access-token',
    title: 'SettleMint application access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['sm_aat_', base62(16)],
    rotate:
      'Delete the token in the SettleMint console where tokens of that kind are listed and create one that expires.',
    docs: 'https://console.settlemint.com/documentation/',
  },
  {
    id: 'settlemint-personal-access-token',
    title: 'SettleMint personal access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    value: ['sm_pat_', base62(16)],
    rotate:
      'Delete the token in the SettleMint console where tokens of that kind are listed and create one that expires.',
    docs: 'https://console.settlemint.com/documentation/',
  },
  {
    id: 'settlemint-service-access-token',
    title: 'SettleMint service access token',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'high',
    value: ['sm_sat_', base62(16)],
    rotate:
      'Delete the token in the SettleMint console where tokens of that kind are listed and create one that expires.',
    docs: 'https://console.settlemint.com/documentation/',
  },
]);
