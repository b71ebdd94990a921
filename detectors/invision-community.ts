import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const invisionCommunity = provider('Invision Community', [
  {
    id: 'invision-community-api-key',
    title: 'Invision Community REST API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['invision api', 'invisioncommunity', 'invision community', 'ips api key', 'ips4 api'],
    value: [hex(32)],
    rotate:
      'Delete it in the AdminCP under System, REST & OAuth, API Keys, and create one with only the endpoints and addresses needed.',
    docs: 'https://invisioncommunity.com/developers/rest-api/index/',
    verify: basic('{value}:', '{address}/api/core/hello'),
  },
]);
