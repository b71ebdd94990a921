import { provider } from './build/provider.ts';
import { hex, optional } from './build/value.ts';

export const fedex = provider('FedEx', [
  {
    id: 'fedex-api-key',
    title: 'FedEx API key (client id)',
    kind: 'access-key',
    identity: 'app',
    severity: 'info',
    names: ['fedex'],
    anyName: true,
    value: ['l7', optional('xx'), hex(32)],
    identifier: true,
    rotate: 'The API key names the project; its secret key is what must change.',
    docs: 'https://developer.fedex.com/api/en-us/catalog/authorization/docs.html',
  },
  {
    id: 'fedex-secret-key',
    title: 'FedEx secret key',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['fedex secret', 'fedex client secret', 'fedex api secret'],
    value: [hex(32)],
    pairsWith: { detector: 'fedex-api-key', withinBytes: 600 },
    rotate:
      'Rotate the secret key of the project under My Projects in the FedEx Developer Portal; shipments made with it are billed to the account.',
    docs: 'https://developer.fedex.com/api/en-us/catalog/authorization/docs.html',
  },
]);
