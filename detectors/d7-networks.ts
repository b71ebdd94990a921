import { provider } from './build/provider.ts';
import { base64 } from './build/value.ts';

export const d7Networks = provider('D7 Networks', [
  {
    id: 'd7-networks-api-token',
    title: 'D7 Networks API token',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['d7 networks', 'd7 network', 'd7 sms'],
    value: [base64(22), '=='],
    rotate: 'Create another token in the D7 Networks console and delete this one; messages are billed to its account.',
    docs: 'https://d7networks.com/docs/',
  },
]);
