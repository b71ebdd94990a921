import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const kaltura = provider('Kaltura', [
  {
    id: 'kaltura-secret',
    title: 'Kaltura administrator or user secret',
    kind: 'signing-key',
    identity: 'account-root',
    severity: 'high',
    names: ['kaltura'],
    value: [hex(32)],
    rotate:
      'Ask Kaltura support (or the administrator of the installation) for new partner secrets, and hand out application tokens instead of them.',
    docs: 'https://developer.kaltura.com/api-docs/VPaaS-API-Getting-Started/how-to-create-kaltura-session.html',
  },
]);
