import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { basic } from './build/verify.ts';

export const delighted = provider('Delighted', [
  {
    id: 'delighted-api-key',
    title: 'Delighted API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['delighted'],
    value: [base62(32)],
    rotate:
      'Regenerate the API key under Settings, API keys of the Delighted account; survey answers can be read with it until then.',
    docs: 'https://app.delighted.com/docs/api',
    verify: basic('{value}:', 'https://api.delighted.com/v1/metrics.json'),
  },
]);
