import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const rockset = provider('Rockset', [
  {
    id: 'rockset-api-key',
    title: 'Rockset API key (retired)',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['rockset'],
    value: [base62(64)],
    rotate: 'Rockset ended its service in September 2024: delete the key from the code.',
    docs: 'https://docs.rockset.com/documentation/docs/faqs',
  },
]);
