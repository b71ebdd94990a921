import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { post } from './build/verify.ts';

export const budibase = provider('Budibase', [
  {
    id: 'budibase-api-key',
    title: 'Budibase API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    names: ['budibase'],
    value: [hex(32), '-', hex(78, 80)],
    rotate:
      'Regenerate it under View API key in the user menu of the Budibase portal; it manages apps, tables and users.',
    docs: 'https://docs.budibase.com/docs/public-api',
    verify: post('https://budibase.app/api/public/v1/applications/search', '{}', { 'x-budibase-api-key': '{value}' }),
  },
]);
