import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const baseten = provider('Baseten', [
  {
    id: 'baseten-api-key',
    title: 'Baseten API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['baseten'],
    value: [base62(8), '.', base62(32)],
    rotate:
      'Revoke the key under Settings, API keys in Baseten and create one for the workspace role or model that needs it.',
    docs: 'https://docs.baseten.co/organization/api-keys',
    verify: header('authorization', 'https://api.baseten.co/v1/api_keys', 'Api-Key '),
  },
]);
