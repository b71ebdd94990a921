import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const samsara = provider('Samsara', [
  {
    id: 'samsara-api-token',
    title: 'Samsara API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    value: ['samsara_api_', base62(26, 32)],
    rotate:
      'Delete the token in Samsara under Settings > API Tokens and create one with narrower scopes; it follows vehicles and drivers.',
    docs: 'https://developers.samsara.com/docs/authentication',
    verify: bearer('https://api.samsara.com/me'),
  },
]);
