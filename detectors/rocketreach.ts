import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const rocketreach = provider('RocketReach', [
  {
    id: 'rocketreach-api-key',
    title: 'RocketReach API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['rocketreach', 'rocket reach'],
    value: [{ ...hex(39), source: '[A-Za-z0-9-]{39}' }],
    rotate: 'Regenerate the key in the RocketReach account settings under API; each look-up uses credits.',
    docs: 'https://rocketreach.co/api',
    verify: header('api-key', 'https://api.rocketreach.co/api/v2/account'),
  },
]);
