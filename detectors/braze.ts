import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const braze = provider('Braze', [
  {
    id: 'braze-rest-api-key',
    title: 'Braze REST API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['braze'],
    value: [uuid],
    rotate:
      'Create a key with the permissions in use under Settings, APIs and Identifiers, then delete this one: the scope of a key cannot be changed.',
    docs: 'https://www.braze.com/docs/api/basics/',
    verify: bearer('https://rest.{instance}.braze.com/campaigns/list'),
  },
]);
