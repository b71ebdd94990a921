import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const strapi = provider('Strapi', [
  {
    id: 'strapi-api-token',
    title: 'Strapi API token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['strapi'],
    value: [hex(256)],
    rotate:
      'Regenerate the token under Settings, API Tokens (or Transfer Tokens) of the Strapi admin; the old value is refused at once.',
    docs: 'https://docs.strapi.io/cms/features/api-tokens',
  },
]);
