import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const chartmogul = provider('ChartMogul', [
  {
    id: 'chartmogul-api-key',
    title: 'ChartMogul API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['chartmogul', 'chart mogul'],
    value: [hex(32)],
    rotate:
      'Create a read-only or a read and write key as needed under Profile, View profile, New API key, then delete this one.',
    docs: 'https://dev.chartmogul.com/docs/authentication',
    verify: basic('{value}:', 'https://api.chartmogul.com/v1/ping'),
  },
]);
