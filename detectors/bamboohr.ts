import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const bamboohr = provider('BambooHR', [
  {
    id: 'bamboohr-api-key',
    title: 'BambooHR API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['bamboohr', 'bamboo hr'],
    value: [hex(40)],
    rotate:
      'Delete the key under API Keys in the menu of the user who made it; it reads whatever personnel data that user may read.',
    docs: 'https://documentation.bamboohr.com/docs/getting-started',
    verify: basic('{value}:x', 'https://{company}.bamboohr.com/api/v1/meta/fields'),
  },
]);
