import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const tmetric = provider('TMetric', [
  {
    id: 'tmetric-api-token',
    title: 'TMetric API token',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['tmetric'],
    value: [upperHex(64)],
    rotate: 'Generate a new token under My Profile in TMetric, which takes the place of the one before.',
    docs: 'https://app.tmetric.com/api-docs/',
    verify: bearer('https://app.tmetric.com/api/v3/user'),
  },
]);
