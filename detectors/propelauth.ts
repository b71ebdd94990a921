import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const propelauth = provider('PropelAuth', [
  {
    id: 'propelauth-api-key',
    title: 'PropelAuth backend API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['propelauth'],
    value: [hex(96, 128)],
    rotate:
      'Create another API key in the PropelAuth dashboard under Backend Integration, deploy it, then delete this one: it manages every user.',
    docs: 'https://docs.propelauth.com/reference/api/getting-started',
  },
]);
