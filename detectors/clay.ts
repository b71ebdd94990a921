import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const clay = provider('Clay', [
  {
    id: 'clay-api-key',
    title: 'Clay API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['clay api', 'clay key'],
    value: [hex(20)],
    rotate: 'Regenerate the key under Settings, Account in Clay.',
    docs: 'https://university.clay.com/docs/http-api-integration-overview',
  },
]);
