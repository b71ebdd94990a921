import { provider } from './build/provider.ts';
import { hex, lowerAlnum } from './build/value.ts';

export const zuplo = provider('Zuplo', [
  {
    id: 'zuplo-api-key',
    title: 'Zuplo API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    value: ['zpka_', lowerAlnum(32), '_', hex(8)],
    checks: [{ check: 'crc32-hex', skip: 5, order: 'be', trim: 1 }],
    rotate:
      'Create another key for the consumer in the Zuplo portal under Services, API Key Service, hand it out, then delete or expire this one.',
    docs: 'https://zuplo.com/docs/articles/api-key-management',
  },
]);
