import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const twelveData = provider('Twelve Data', [
  {
    id: 'twelve-data-api-key',
    title: 'Twelve Data API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['twelve data'],
    value: [hex(32)],
    rotate:
      'Revoke the key under API Keys on the Twelve Data dashboard and create another; credits of the plan are at stake.',
    docs: 'https://twelvedata.com/docs#authentication',
    verify: header('authorization', 'https://api.twelvedata.com/api_usage', 'apikey '),
  },
]);
