import { provider } from './build/provider.ts';
import { either, optional, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const pendo = provider('Pendo', [
  {
    id: 'pendo-integration-key',
    title: 'Pendo integration key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['pendo integration'],
    value: [uuid, optional(either('.us', '.eu', '.jp', '.au'))],
    rotate:
      'Add an integration key in Pendo under Settings > Integrations > Integration Keys, switch over, then delete this one; what visitors did can be read and changed with it.',
    docs: 'https://engageapi.pendo.io/',
    verify: header('x-pendo-integration-key', 'https://app.pendo.io/api/v1/metadata/schema/account'),
  },
]);
