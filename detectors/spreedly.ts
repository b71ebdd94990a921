import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const spreedly = provider('Spreedly', [
  {
    id: 'spreedly-environment-key',
    title: 'Spreedly environment key',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['spreedly env key', 'spreedly environment'],
    anyName: true,
    value: [base62(26, 27)],
    rotate: 'Environment keys stand in pages and apps; revoke the access secret that leaked beside it.',
    docs: 'https://docs.spreedly.com/',
  },
  {
    id: 'spreedly-access-secret',
    title: 'Spreedly access secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['spreedly'],
    value: [base62(64)],
    pairsWith: { detector: 'spreedly-environment-key', withinBytes: 600 },
    rotate:
      'Create another access secret for the environment at core.spreedly.com, deploy it, then remove this one; both work side by side meanwhile.',
    docs: 'https://docs.spreedly.com/',
    verify: basic('{id}:{value}', 'https://core.spreedly.com/v1/gateways.json'),
  },
]);
