import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const runway = provider('Runway', [
  {
    id: 'runway-api-key',
    title: 'Runway API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['key_', hex(128)],
    rotate:
      'Disable the key in the Runway developer portal under API Keys and create another; each generation spends credits.',
    docs: 'https://docs.dev.runwayml.com/guides/setup/',
    verify: {
      method: 'GET',
      url: 'https://api.dev.runwayml.com/v1/organization',
      headers: { authorization: 'Bearer {value}', 'x-runway-version': '2024-11-06' },
    },
  },
]);
