import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const iterable = provider('Iterable', [
  {
    id: 'iterable-api-key',
    title: 'Iterable API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['iterable'],
    value: [hex(32)],
    rotate:
      'Create a new key of the same type under Integrations, API Keys in Iterable, deploy it, then delete this one.',
    docs: 'https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys',
    verify: header('api-key', 'https://api.iterable.com/api/channels'),
  },
]);
