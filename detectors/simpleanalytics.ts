import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const simpleanalytics = provider('Simple Analytics', [
  {
    id: 'simple-analytics-api-key',
    title: 'Simple Analytics API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['sa_api_key_', base62(20, 100)],
    rotate:
      'Revoke the key in the Simple Analytics account settings and create another; it reads statistics of all your sites.',
    docs: 'https://docs.simpleanalytics.com/api/authenticate',
  },
]);
