import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const ghost = provider('Ghost', [
  {
    id: 'ghost-admin-api-key',
    title: 'Ghost Admin API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['ghost', 'admin api key'],
    anyName: true,
    value: [hex(24), ':', hex(64)],
    rotate:
      'Regenerate the Admin API key of the custom integration in Ghost Admin under Settings, Integrations; the former one ends at once.',
    docs: 'https://ghost.org/docs/admin-api/#token-authentication',
  },
]);
