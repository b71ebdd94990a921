import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const nicereply = provider('Nicereply', [
  {
    id: 'nicereply-api-key',
    title: 'Nicereply API key',
    kind: 'api-key',
    identity: 'account-root',
    severity: 'medium',
    names: ['nicereply', 'nice reply'],
    value: [hex(40)],
    rotate: 'Replace the private API key in Nicereply under Settings, API & Webhooks.',
    docs: 'https://www.nicereply.com/developers',
  },
]);
