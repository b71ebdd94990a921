import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';

export const route4me = provider('Route4Me', [
  {
    id: 'route4me-api-key',
    title: 'Route4Me API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['route4me'],
    value: [{ ...upperHex(32), source: '[A-Z0-9]{32}' }],
    rotate:
      'Have the key of the Route4Me account replaced in the account settings under API; addresses of routes are open to it.',
    docs: 'https://route4me.io/docs/#authentication',
  },
]);
