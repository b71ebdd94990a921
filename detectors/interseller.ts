import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const interseller = provider('Interseller', [
  {
    id: 'interseller-api-key',
    title: 'Interseller API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['interseller'],
    value: [uuid],
    rotate: 'Regenerate the key under Integrations in the Interseller settings.',
    docs: 'https://interseller.readme.io/reference/authentication',
    verify: header('x-api-key', 'https://interseller.io/api/campaigns/list'),
  },
]);
