import { provider } from './build/provider.ts';
import { base64, either, optional } from './build/value.ts';

export const neptune = provider('Neptune', [
  {
    id: 'neptune-api-token',
    title: 'Neptune API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    value: ['eyJhcGlfYWRkcmVzcyI6', base64(80, 300), optional(either('==', '='))],
    rotate:
      'Reset the token under Get your API token in Neptune, or remove the service account; the hosted service was closed in March 2026.',
    docs: 'https://docs.neptune.ai/setup/setting_api_token',
  },
]);
