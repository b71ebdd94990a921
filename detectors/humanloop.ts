import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const humanloop = provider('Humanloop', [
  {
    id: 'humanloop-api-key',
    title: 'Humanloop API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    value: ['hl_sk_', hex(48)],
    rotate:
      'Humanloop closed its platform in September 2025: delete the key from the code, and change the model keys stored there.',
    docs: 'https://humanloop.com/docs/reference/authentication',
  },
]);
